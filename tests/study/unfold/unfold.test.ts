import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, record, sizeOf, type Graph, type NestedNumbers, type Recording, type Shape } from '../../../src/engine';
import { frameAt } from '../../../src/scene/frame';
import { timelineOf } from '../../../src/scene/timeline';
import { isProduct, productOf, type ProductPart } from '../../../src/study/unfold/product';
import { tensorsAt } from '../../../src/study/unfold/tensors';
import { bandsOf, isIn, numberAt, offsetAt, placeAt, summandAt, summandsIn, unfold, type Matrix, type Unfolding } from '../../../src/study/unfold/unfold';

/** Numbers of a shape that are different from one another. */
function numbers(shape: Shape, seed: number): NestedNumbers {
  const [first, ...rest] = shape;
  if (first === undefined) return Math.round(1000 * Math.sin(seed + 1)) / 100;
  return Array.from({ length: first }, (_, index) => numbers(rest, seed * 7 + index + 3));
}

function graphOf(op: 'linear' | 'matmul', x: Shape, w: Shape, b: Shape, z: Shape): Graph {
  const inputs = op === 'linear' ? ['X', 'W', 'b'] : ['X', 'W'];
  return {
    nodes: [
      { id: 'X', role: 'parameter', value: numbers(x, 1) },
      { id: 'W', role: 'parameter', value: numbers(w, 2) },
      { id: 'b', role: 'parameter', value: numbers(b, 3) },
      { id: 'k', role: 'constant', value: numbers(z, 4) },
      { id: 'Z', op, inputs },
      { id: 'p', op: 'mul', inputs: ['Z', 'k'] },
      { id: 'q', op: 'mul', inputs: ['p', 'Z'] },
      { id: 'C', op: 'sum', inputs: ['q'] },
    ],
    output: 'C',
  };
}

function unfoldingOf(recording: Recording, part: ProductPart, t = Infinity): Unfolding {
  const timeline = timelineOf(recording);
  const node = recording.graph.nodes.find(({ id }) => id === 'Z');
  const product = isProduct(node) ? productOf(node, timeline.shapes) : undefined;
  if (product === undefined) throw new Error('Z is no product');
  return unfold(product, part, tensorsAt(recording, frameAt(timeline, t).state, product.node, part));
}

/** Every cell of the result, summed up from what `summandAt` says, against what the engine has in it. */
function expectWorked(unfolding: Unfolding): void {
  const { result } = unfolding;
  const { data } = result;
  expect(data).toHaveLength(result.rows * result.columns);
  data?.forEach((cell, offset) => {
    const place = placeAt(result, offset);
    expect(offsetAt(result, place)).toBe(offset);
    const summands = Array.from({ length: summandsIn(unfolding) }, (_, index) => summandAt(unfolding, place, index)?.product ?? NaN);
    const size = summands.reduce((sum, product) => sum + Math.abs(product), 1);
    expect(Math.abs(summands.reduce((sum, product) => sum + product, 0) - cell)).toBeLessThan(1e-12 * size);
  });
}

const lengths = fc.integer({ min: 1, max: 5 });

describe('unfold', () => {
  test('makes every cell of value and gradients out of the products that the engine has summed up', () => {
    fc.assert(
      fc.property(lengths, lengths, lengths, fc.boolean(), fc.constantFrom('row', 'one', 'matrix', 'scalar'), (m, k, n, vector, bias) => {
        const b: Shape = { row: [n], one: [1], matrix: [1, n], scalar: [] }[bias];
        const x: Shape = vector ? [k] : [m, k];
        const z: Shape = vector ? [n] : [m, n];
        const recording = record(compile(graphOf('linear', x, [k, n], b, z)));
        for (const part of ['value', 0, 1, 2] as const) {
          const unfolding = unfoldingOf(recording, part);
          expectWorked(unfolding);
          // A forgotten factor or a transposed one would not fit here.
          if (unfolding.right !== undefined) expect(unfolding.left.columns).toBe(unfolding.right.rows);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('does the same for a matrix product, with vectors on either side', () => {
    fc.assert(
      fc.property(lengths, lengths, lengths, fc.constantFrom('matrices', 'row', 'column', 'dot'), (m, k, n, kind) => {
        const x: Shape = kind === 'row' || kind === 'dot' ? [k] : [m, k];
        const w: Shape = kind === 'column' || kind === 'dot' ? [k] : [k, n];
        const recording = record(compile(graphOf('matmul', x, w, [], [...x.slice(0, -1), ...w.slice(1)])));
        for (const part of ['value', 0, 1] as const) expectWorked(unfoldingOf(recording, part));
      }),
      { numRuns: 40 },
    );
  });

  test('shows the transposes that the formulas have: Xᵀ · G for W, and G · Wᵀ for X', () => {
    const recording = record(compile(graphOf('linear', [2, 3], [3, 4], [4], [2, 4])));
    const facts = ({ of, transposed, rows, columns }: Matrix) => [of, transposed, rows, columns];
    const forW = unfoldingOf(recording, 1);
    expect([forW.left, forW.right, forW.result].map((matrix) => matrix && facts(matrix))).toEqual([[0, true, 3, 2], ['upstream', false, 2, 4], [1, false, 3, 4]]);
    const forX = unfoldingOf(recording, 0);
    expect([forX.left, forX.right, forX.result].map((matrix) => matrix && facts(matrix))).toEqual([['upstream', false, 2, 4], [1, true, 4, 3], [0, false, 2, 3]]);
    const x = recording.steps.find((step) => step.kind === 'feed' && step.node === 'X');
    const data = x?.kind === 'feed' ? x.value.data : undefined;
    expect(numberAt(forW.left, { row: 2, column: 1 })).toBe(data?.[1 * 3 + 2]);
  });

  test('has no numbers that the timeline has not come to', () => {
    const recording = record(compile(graphOf('linear', [2, 3], [3, 4], [4], [2, 4])));
    const computed = recording.steps.findIndex((step) => step.kind === 'compute' && step.node === 'Z');
    const flowed = recording.steps.findIndex((step) => step.kind === 'flow' && step.edge.id === 'Z:1');
    expect(unfoldingOf(recording, 'value', computed).result.data).toBeUndefined();
    expect(unfoldingOf(recording, 'value', computed).left.data).toBeDefined();
    expect(unfoldingOf(recording, 'value', computed + 1).result.data).toBeDefined();
    const early = unfoldingOf(recording, 1, computed + 1);
    expect([early.right?.data, early.result.data, summandAt(early, { row: 0, column: 0 }, 0)]).toEqual([undefined, undefined, undefined]);
    expect(unfoldingOf(recording, 1, flowed).result.data).toBeUndefined();
    expect(unfoldingOf(recording, 1, flowed + 1).result.data).toBeDefined();
  });

  test('computes what the backward pass leaves out, once that has come to its end', () => {
    const graph = graphOf('linear', [2, 3], [3, 4], [4], [2, 4]);
    const asData: Graph = { ...graph, nodes: graph.nodes.map((node) => (node.id === 'X' ? { id: 'X', role: 'data', value: numbers([2, 3], 1) } : node)) };
    const recording = record(compile(asData, { gradients: 'parameters' }));
    const trained = unfoldingOf(record(compile(graph)), 0);
    expectWorked(unfoldingOf(recording, 0));
    expect(unfoldingOf(recording, 0).result.data).toEqual(trained.result.data);
    expect(unfoldingOf(recording, 0, recording.steps.length - 1).result.data).toBeUndefined();
  });

  test('keeps to the weights that were multiplied, after they have been updated', () => {
    const program = compile(graphOf('linear', [2, 3], [3, 4], [4], [2, 4]));
    expectWorked(unfoldingOf(record(program, { learningRate: 0.1 }), 'value'));
  });
});

describe('bandsOf', () => {
  const recording = record(compile(graphOf('linear', [2, 3], [3, 4], [4], [2, 4])));

  test('marks the row and the column that make a cell, and no others', () => {
    const unfolding = unfoldingOf(recording, 'value');
    const bands = bandsOf(unfolding, { row: 1, column: 2 });
    const marked = ({ rows, columns }: Matrix, band: typeof bands.left) =>
      Array.from({ length: rows * columns }, (_, cell) => ({ row: Math.floor(cell / columns), column: cell % columns })).filter((place) => isIn(band, place)).length;
    expect([marked(unfolding.left, bands.left), unfolding.right && marked(unfolding.right, bands.right), unfolding.added && marked(unfolding.added, bands.added)]).toEqual([3, 3, 1]);
    expect(isIn(bands.left, { row: 1, column: 0 }) && isIn(bands.right, { row: 0, column: 2 }) && isIn(bands.added, { row: 0, column: 2 })).toBe(true);
  });

  test('marks a column of the upstream gradient for an entry of b, and all of it for a single one', () => {
    expect(bandsOf(unfoldingOf(recording, 2), { row: 0, column: 3 }).left).toEqual({ column: 3 });
    const single = record(compile(graphOf('linear', [2, 3], [3, 4], [1], [2, 4])));
    expect(bandsOf(unfoldingOf(single, 2), { row: 0, column: 0 }).left).toBe('all');
    expect(summandsIn(unfoldingOf(single, 2))).toBe(8);
    expect(bandsOf(unfoldingOf(single, 'value'), { row: 0, column: 3 }).added).toEqual({ column: 0 });
  });
});

describe('placeAt', () => {
  test('stays inside, whatever was chosen before', () => {
    const { result } = unfoldingOf(record(compile(graphOf('linear', [2, 3], [3, 4], [4], [2, 4]))), 'value');
    expect(placeAt(result, 99)).toEqual({ row: 1, column: 3 });
    expect(placeAt(result, -3)).toEqual({ row: 0, column: 0 });
    expect(sizeOf([result.rows, result.columns])).toBe(8);
  });
});
