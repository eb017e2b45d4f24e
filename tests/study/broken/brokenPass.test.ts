import { describe, expect, test } from 'vitest';
import { compile, record, type Graph, type Recording } from '../../../src/engine';
import { MISTAKES, type Mistake } from '../../../src/lessons/lesson';
import { replay } from '../../../src/scene/recording/replay';
import { brokenPass } from '../../../src/study/broken/brokenPass';
import { asTensor, golden, type StoredTensor } from '../../engine/golden';
import { recorded, scalars } from '../../engine/scalarGraphs';
import { at, columnSums, dot, each, matrixOf, reshape, transpose, type Matrix } from './matrices';
import { case2, network } from './recordings';

function expectCells(found: Iterable<number>, expected: Iterable<number>): void {
  const [a, b] = [[...found], [...expected]];
  expect(a).toHaveLength(b.length);
  a.forEach((x, cell) => expect(Math.abs(x - (b[cell] ?? NaN)), `cell ${cell}: ${x} and ${b[cell]}`).toBeLessThan(1e-12 * Math.max(1, Math.abs(x))));
}

function broken(recording: Recording, mistake: Mistake, node: string): Float64Array {
  return brokenPass(recording, mistake).program.gradient(node).data;
}

/** The network's backward pass by hand, with the places at which mistakes are made left open. */
function byHand(
  recording: Recording,
  {
    turned = transpose,
    slope = (_z: number, s: number) => s * (1 - s),
    divisor = 5,
    moved = (W: Matrix, gradient: Matrix) => each(W, (w, i, j) => w - 0 * at(gradient, i, j)),
  },
) {
  const value = (id: string): Matrix => matrixOf(replay(recording).value(id));
  const [X, y, W1, W2, s, l1, l2] = ['X', 'y', 'W1', 'W2', 's', 'l1', 'l2'].map(value) as [Matrix, Matrix, Matrix, Matrix, Matrix, Matrix, Matrix];
  const gl2 = each(l2, (a, i, j) => (-2 / divisor) * (at(y, i, j) - a));
  const gW2 = dot(turned(s), gl2);
  const gs = dot(gl2, turned(moved(W2, gW2)));
  const gl1 = each(gs, (g, i, j) => g * slope(at(l1, i, j), at(s, i, j)));
  const gW1 = dot(turned(X), gl1);
  const gX = dot(gl1, turned(moved(W1, gW1)));
  return { y: each(gl2, (g) => -g).flat(), l2: gl2.flat(), W2: gW2.flat(), b2: columnSums(gl2), s: gs.flat(), l1: gl1.flat(), W1: gW1.flat(), b1: columnSums(gl1), X: gX.flat() };
}

function expectAll(recording: Recording, mistake: Mistake, expected: Readonly<Record<string, readonly number[]>>): void {
  for (const [node, gradient] of Object.entries(expected)) expectCells(broken(recording, mistake, node), gradient);
}

describe('brokenPass', () => {
  test('computed by hand without a mistake, the network’s pass is the engine’s', () => {
    const recording = network();
    for (const [node, gradient] of Object.entries(byHand(recording, {}))) expectCells(replay(recording).gradient(node).data, gradient);
  });

  test('that reshapes instead of transposing reads every factor in the other order', () => {
    const recording = network();
    expectAll(recording, 'not transposed', byHand(recording, { turned: (a) => reshape(a, a.length) }));
  });

  test('that takes the slope of the input multiplies by z(1 − z)', () => {
    const recording = network();
    expectAll(recording, 'slope of the input', byHand(recording, { slope: (z) => z * (1 - z) }));
  });

  test('that forgets 1/m divides by 1', () => {
    const recording = network();
    expectAll(recording, 'not divided', byHand(recording, { divisor: 1 }));
  });

  test('that updates too early sends the gradient on through parameters that have moved, at the rate of the recording or at 0.01', () => {
    for (const [recording, rate] of [[network(0.3), 0.3], [network(), 0.01]] as const) {
      const moved = (W: Matrix, gradient: Matrix): Matrix => each(W, (w, i, j) => w - rate * at(gradient, i, j));
      expectAll(recording, 'updated too early', byHand(recording, { moved }));
    }
  });

  test('that updates too early leaves the values as they were', () => {
    const recording = network(0.3);
    const { program } = brokenPass(recording, 'updated too early');
    for (const { id } of recording.graph.nodes) expect(program.value(id)).toEqual(replay(recording).value(id));
  });

  test('that updates too early sees the moved number also where it was stretched', () => {
    const graph: Graph = {
      nodes: [
        { id: 'k', role: 'parameter', value: 3 },
        { id: 'x', role: 'parameter', value: [1, 2] },
        { id: 'p', op: 'mul', inputs: ['k', 'x'] },
        { id: 'f', op: 'sum', inputs: ['p'] },
      ],
      output: 'f',
    };
    // ∂f/∂k = 1 + 2; by then k = 3 − 0.1 · 3, which is what x receives.
    expectCells(broken(record(compile(graph), { learningRate: 0.1 }), 'updated too early', 'x'), [2.7, 2.7]);
  });

  test('that overwrites keeps what the last edge brings', () => {
    const recording = recorded(scalars('x := -2', 'y := 5', 'z = -4', 'q = add(x, y, x)', 'square = mul(q, q)', 'f = mul(square, z)'));
    // q = 1: ∂f/∂q is 2qz, of which the last port brings qz; and x is read twice by q, of which one reading stays.
    const expected = { square: [-4], z: [1], q: [-4], x: [-4], y: [-4] };
    expectAll(recording, 'overwritten', expected);
    expect(brokenPass(recording, 'overwritten').effect).toEqual({ kind: 'wrong', nodes: new Set(['q', 'x', 'y']) });
  });

  test('without a reset doubles the golden gradients of leaves, and leaves those between as they are', () => {
    const { grads } = golden.lesson.case2;
    const recording = case2();
    for (const [node, stored] of Object.entries<StoredTensor>(grads)) {
      const factor = ['l1', 'l2', 'sigmoid'].includes(node) ? 1 : 2;
      expectCells(broken(recording, 'not reset', node), asTensor(stored).data.map((x) => factor * x));
    }
  });

  test('that forgets 1/m makes every golden gradient of two examples twice as large', () => {
    for (const [node, stored] of Object.entries<StoredTensor>(golden.lesson.case2.grads)) {
      expectCells(broken(case2(), 'not divided', node), asTensor(stored).data.map((x) => 2 * x));
    }
  });

  test('that forgets 1/m forgets it in a mean over an axis and in a cross entropy as well', () => {
    const mean: Graph = {
      nodes: [
        { id: 'x', role: 'parameter', value: [[1, 2, 3], [4, 5, 6]] },
        { id: 'a', op: 'mean', inputs: ['x'], attributes: { axis: 1 } },
        { id: 'f', op: 'sum', inputs: ['a'] },
      ],
      output: 'f',
    };
    expectCells(broken(record(compile(mean)), 'not divided', 'x'), [1, 1, 1, 1, 1, 1]);
    const entropy: Graph = {
      nodes: [
        { id: 'z', role: 'parameter', value: [[0, 0], [0, 0], [0, 0]] },
        { id: 't', role: 'data', value: [0, 1, 1] },
        { id: 'f', op: 'softmaxCrossEntropy', inputs: ['z', 't'] },
      ],
      output: 'f',
    };
    expectCells(broken(record(compile(entropy)), 'not divided', 'z'), [-0.5, 0.5, 0.5, -0.5, 0.5, -0.5]);
  });

  test('leaves the engine’s own numbers alone, bit for bit', () => {
    const recording = network(0.1);
    const before = recording.graph.nodes.map(({ id }) => [replay(recording).value(id), replay(recording).gradient(id)]);
    for (const mistake of MISTAKES) brokenPass(recording, mistake);
    expect(recording.graph.nodes.map(({ id }) => [replay(recording).value(id), replay(recording).gradient(id)])).toEqual(before);
    expect(network(0.1).steps).toEqual(recording.steps);
  });

  test('is made once for a recording and a mistake', () => {
    const recording = network();
    expect(brokenPass(recording, 'not reset')).toBe(brokenPass(recording, 'not reset'));
    expect(brokenPass(recording, 'not reset')).not.toBe(brokenPass(network(), 'not reset'));
  });
});
