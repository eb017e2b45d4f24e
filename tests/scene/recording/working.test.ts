import { describe, expect, it } from 'vitest';
import { isLeaf, type Edge, type Operation, type Recording, type Working } from '../../../src/engine';
import { replay } from '../../../src/scene/recording/replay';
import { callOf, nodeOfOperand, slopeOf, soleOperand, statesResult, termsOf, workOf } from '../../../src/scene/recording/working';
import { networkRecording, squareRecording } from './recordings';

const spelled = (term: Working): string =>
  term.map((part) => (typeof part === 'string' ? part : `p${part.port}c${part.cell}`)).join('');

describe('termsOf', () => {
  const program = replay(networkRecording());

  it('puts each product of a row and a column, and the bias, on a line of its own', () => {
    expect(termsOf(workOf(program, 'l1', 3) ?? []).map(spelled)).toEqual(['p0c3 × p1c1', 'p0c4 × p1c3', 'p0c5 × p1c5', 'p2c1']);
  });

  it('leaves brackets and what stands behind the last summand where they are', () => {
    expect(termsOf(workOf(program, 'C', 0) ?? []).map(spelled)).toEqual([
      '[(p0c0 − p1c0)²',
      '(p0c1 − p1c1)²',
      '(p0c2 − p1c2)²',
      '(p0c3 − p1c3)²] ÷ 4',
    ]);
  });

  it('leaves a short calculation on one line', () => {
    const operand = (cell: number): { port: number; cell: number; value: number } => ({ port: 0, cell, value: 1 });
    expect(termsOf([operand(0), ' + ', operand(1), ' + ', operand(2)])).toHaveLength(1);
  });
});

function edge({ edges }: Recording, id: string): Edge {
  const found = edges.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('slopeOf', () => {
  const [network, square] = [networkRecording(), squareRecording()];
  const slope = (recording: Recording, id: string, cell: number): Working => slopeOf(replay(recording), edge(recording, id), cell) ?? [];

  it('spells out the local derivative of one cell, where there is something to spell', () => {
    expect(spelled(slope(network, 's:0', 3))).toBe('poutputc3 × (1 − poutputc3)');
    expect(slopeOf(replay(network), edge(network, 'l2:0'), 0)).toBeUndefined();
  });

  it('tells one number from a calculation, and a statement from both', () => {
    expect(soleOperand(slope(square, 'f:0', 0))).toEqual({ port: 1, cell: 0, value: -4 });
    expect(soleOperand(slope(network, 's:0', 0))).toBeUndefined();
    expect(statesResult(slope(square, 'r:0', 0))).toBe(true);
    expect(statesResult(slope(network, 's:0', 0))).toBe(false);
  });
});

describe('nodeOfOperand', () => {
  it('is the node that the port reads, or the operation itself for its output', () => {
    const node = squareRecording().graph.nodes.find((one): one is Operation => one.id === 'f' && !isLeaf(one));
    if (node === undefined) throw new Error('f');
    const operand = { cell: 0, value: 1 };
    expect([nodeOfOperand(node, { port: 1, ...operand }), nodeOfOperand(node, { port: 'output', ...operand })]).toEqual(['z', 'f']);
  });
});

describe('callOf', () => {
  it('finds the call of every operation, and none for a leaf', () => {
    const recording = networkRecording();
    const program = replay(recording);
    for (const call of program.forwardCalls) expect(callOf(program, call.node.id)).toBe(call);
    expect(callOf(program, 'X')).toBeUndefined();
    expect(callOf(program, 'nothing')).toBeUndefined();
  });
});
