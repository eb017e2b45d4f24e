import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../../src/engine';
import { bundledWith, flowAbsence, gradientAbsence, leafDoc, looksOf, textOf, valueAbsence } from '../../../../src/ui/circuit/inspector/circuitWords';
import { expressionOf, recordingOf } from '../../../scene/circuit/gradientRecording';

const NEURON = expressionOf('1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))');

function edgeInto(edges: readonly Edge[], id: string): Edge {
  const edge = edges.find((one) => one.id === id);
  if (edge === undefined) throw new Error(id);
  return edge;
}

describe('looksOf', () => {
  it('calls operations by their signs, with the constant that is folded in, and inputs by their names', () => {
    expect(['v6', 'v7', 'f', 'w0'].map((id) => looksOf(NEURON, id))).toEqual(['exp', '+1', '1/x', 'w₀']);
  });

  it('calls a named line by its name, and a constant by its number', () => {
    const expression = expressionOf('q1 = x * y\nsin(q1) + 0.5');
    expect(['q1', '0.5'].map((id) => looksOf(expression, id))).toEqual(['q₁', '0.5']);
  });
});

describe('textOf', () => {
  it('finds what an operation was read from', () => {
    expect(textOf(NEURON, 'v1')).toBe('w0*x0');
    expect(textOf(NEURON, 'nothing')).toBeUndefined();
  });
});

describe('gradientAbsence', () => {
  it('says whether a gradient is still to come, and why there is none', () => {
    const expression = expressionOf('a = 2x\nb = 3 * 4\nf = y + b');
    const recording = recordingOf(expression, { x: 1, y: 1 });
    expect(gradientAbsence(recording, 'y')).toBe('The backward pass has not reached y yet.');
    expect(gradientAbsence(recording, 'a')).toBe('f does not depend on a: no gradient arrives.');
    expect(gradientAbsence(recording, 'b')).toBe('No input lies behind b: it needs no gradient.');
    expect(gradientAbsence(recording, '3')).toBe('No gradient is computed for a constant.');
  });
});

describe('flowAbsence', () => {
  it('says of an edge what holds for its end', () => {
    const recording = recordingOf(expressionOf('a = 2x\nf = y + 3'), { x: 1, y: 1 });
    expect(flowAbsence(recording, edgeInto(recording.edges, 'f:0'))).toBe('The backward pass has not come from f to y yet.');
    expect(flowAbsence(recording, edgeInto(recording.edges, 'f:1'))).toBe('No gradient is computed for a constant.');
    expect(flowAbsence(recording, edgeInto(recording.edges, 'a:1'))).toBe('f does not depend on a: nothing travels back.');
  });
});

describe('valueAbsence', () => {
  it('tells what is fed from what is computed', () => {
    const recording = recordingOf(NEURON, { w0: 1, x0: 1, w1: 1, x1: 1, w2: 1 });
    expect([valueAbsence(recording, 'w0'), valueAbsence(recording, 'v1')]).toEqual([
      'w₀ has not been fed yet.',
      'The forward pass has not reached v₁ yet.',
    ]);
  });
});

describe('leafDoc', () => {
  it('tells an input from one that is trained, and from a constant', () => {
    const { graph } = NEURON;
    const trained = { ...graph, nodes: graph.nodes.map((node) => (node.id === 'w0' ? { id: 'w0', role: 'parameter', shape: [] } as const : node)) };
    expect([leafDoc(trained, 'w0'), leafDoc(trained, 'x0'), leafDoc(trained, '1')].map((doc) => doc.split(':')[0])).toEqual([
      'A trainable input', 'An input', 'A constant',
    ]);
    expect(leafDoc(graph, 'f')).toBe('');
  });
});

describe('bundledWith', () => {
  it('finds the other edges of a folded line’s wire, and none where nothing is folded', () => {
    const expression = expressionOf('q = x * y + x\nf = q * x');
    const recording = recordingOf(expression, { x: 1, y: 2 });
    const [first, second, outside] = recording.edges.filter(({ from }) => from === 'x');
    if (first === undefined || second === undefined || outside === undefined) throw new Error('x is read three times');
    expect(bundledWith(expression, new Set(['q']), recording, first)).toEqual([second]);
    expect(bundledWith(expression, new Set(['q']), recording, outside)).toEqual([]);
    expect(bundledWith(expression, new Set(), recording, first)).toEqual([]);
  });

  it('finds none for a constant inside a folded line, which has no wire', () => {
    const expression = expressionOf('q = 3 * x + 3 * y\nf = q * x');
    const recording = recordingOf(expression, { x: 1, y: 2 });
    const threes = recording.edges.filter(({ from }) => from === '3');
    expect(threes).toHaveLength(2);
    for (const edge of threes) expect(bundledWith(expression, new Set(['q']), recording, edge)).toEqual([]);
  });

  it('finds none for an input that a folded line keeps to itself', () => {
    const others = Array.from({ length: 45 }, (_, place) => `w${place}`);
    const expression = expressionOf(`q = x * x\nf = q + ${others.join(' + ')}`);
    const recording = recordingOf(expression, Object.fromEntries(['x', ...others].map((name) => [name, 1])));
    const [edge, other] = recording.edges.filter(({ from }) => from === 'x');
    if (edge === undefined || other === undefined) throw new Error('x is read twice');
    expect(bundledWith(expression, new Set(['q']), recording, edge)).toEqual([]);
  });
});
