import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/engine';
import { contributingEdges } from '../../../src/scene/recording/recordingIndex';
import { replay, strongestCell } from '../../../src/scene/recording/replay';
import { contributionsOf, workOf } from '../../../src/scene/recording/working';
import { networkRecording, squareRecording } from './recordings';

describe('replay', () => {
  it.each(['all', 'parameters'] as const)('gives the bits of the recording, with gradients of %s', (gradients) => {
    const recording = networkRecording(gradients);
    const program = replay(recording);
    const totals = new Map<string, Extract<Step, { kind: 'flow' }>['total']>();
    for (const step of recording.steps) {
      if (step.kind === 'feed' || step.kind === 'compute') expect(program.value(step.node)).toEqual(step.value);
      if (step.kind === 'flow') totals.set(step.edge.from, step.total);
    }
    expect(totals.has('X')).toBe(gradients === 'all');
    for (const [node, total] of totals) expect(program.gradient(node)).toEqual(total);
  });

  it('is made once per recording', () => {
    const recording = squareRecording();
    expect(replay(recording)).toBe(replay(recording));
  });
});

describe('contributionsOf', () => {
  it('gives products that sum to the gradient, for every cell of every node', () => {
    const recording = networkRecording();
    const program = replay(recording);
    for (const id of program.order) {
      const edges = contributingEdges(recording, id);
      if (edges.length === 0) continue;
      program.gradient(id).data.forEach((gradient, cell) => {
        const products = edges.flatMap((edge) => contributionsOf(program, edge, cell)).map(({ product }) => product);
        expect(products.reduce((sum, product) => sum + product, 0)).toBeCloseTo(gradient, 12);
      });
    }
  });

  it('keeps the two ports apart that read the same node', () => {
    const recording = squareRecording();
    const program = replay(recording);
    const products = contributingEdges(recording, 'q').map((edge) => contributionsOf(program, edge, 0)[0]);
    expect(products.map((one) => [one?.edge.port, one?.local, one?.upstream, one?.product])).toEqual([
      [0, 1, -4, -4],
      [1, 1, -4, -4],
    ]);
  });
});

describe('workOf', () => {
  it('spells out the operands of an operation, and nothing of a leaf', () => {
    const program = replay(squareRecording());
    expect(workOf(program, 'q', 0)?.map((part) => (typeof part === 'string' ? part : part.value))).toEqual([-2, ' + ', 5, ' + ', -2]);
    expect(workOf(program, 'x', 0)).toBeUndefined();
  });
});

describe('strongestCell', () => {
  it('finds the largest gradient by magnitude', () => {
    const program = replay(networkRecording());
    const { data } = program.gradient('W1');
    const magnitudes = Array.from(data, Math.abs);
    expect(magnitudes[strongestCell(program, 'W1')]).toBe(Math.max(...magnitudes));
  });

  it('takes the first cell where there is no gradient', () => {
    expect(strongestCell(replay(networkRecording()), 'X')).toBe(0);
  });
});
