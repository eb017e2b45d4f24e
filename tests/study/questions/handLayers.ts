import fc from 'fast-check';
import type { Graph, GraphNode } from '../../../src/engine';

export type Rows = readonly (readonly number[])[];

/** What is done to each number behind a layer, and its slope, given by input and output. */
const ACTIVATIONS = {
  sigmoid: { of: (x: number) => 1 / (1 + Math.exp(-x)), slope: (_: number, s: number) => s * (1 - s) },
  tanh: { of: Math.tanh, slope: (_: number, s: number) => 1 - s * s },
  relu: { of: (x: number) => Math.max(0, x), slope: (x: number) => (x > 0 ? 1 : 0) },
  neg: { of: (x: number) => -x, slope: () => -1 },
} as const;

export interface Layer {
  /** The name of its weights: that of an earlier layer where they are shared. */
  readonly weights: string;
  readonly W: Rows;
  readonly b?: readonly number[];
  readonly activation?: keyof typeof ACTIVATIONS;
}

/** Layers with a mean squared error behind the last of them, by hand: tables of numbers. */
export interface Layers {
  readonly X: Rows;
  readonly y: Rows;
  readonly layers: readonly Layer[];
}

/** Where the numbers go that are computed by hand, by the names of the graph. */
export interface ByHand {
  readonly values: ReadonlyMap<string, Rows>;
  readonly gradients: ReadonlyMap<string, Rows>;
}

/** The node that a layer reads, and the one that it passes on. */
export function endsOf({ layers }: Layers, place: number): { readonly reads: string; readonly gives: string } {
  const given = (at: number): string => (at < 0 ? 'X' : layers[at]?.activation === undefined ? `l${at + 1}` : `s${at + 1}`);
  return { reads: given(place - 1), gives: given(place) };
}

/** The same as a graph: X and y, then for each layer its W, b, l and s. */
export function graphOfLayers(made: Layers): Graph {
  const { X, y, layers } = made;
  const nodes: GraphNode[] = [
    { id: 'X', role: 'data', value: copied(X) },
    { id: 'y', role: 'data', value: copied(y) },
  ];
  layers.forEach(({ weights, W, b, activation }, place) => {
    const [l, own, { reads }] = [`l${place + 1}`, `W${place + 1}`, endsOf(made, place)];
    if (weights === own) nodes.push({ id: own, role: 'parameter', value: copied(W) });
    if (b !== undefined) nodes.push({ id: `b${place + 1}`, role: 'parameter', value: [...b] });
    nodes.push(b === undefined ? { id: l, op: 'matmul', inputs: [reads, weights] } : { id: l, op: 'linear', inputs: [reads, weights, `b${place + 1}`] });
    if (activation !== undefined) nodes.push({ id: `s${place + 1}`, op: activation, inputs: [l] });
  });
  nodes.push({ id: 'C', op: 'mse', inputs: ['y', endsOf(made, layers.length - 1).gives] });
  return { nodes, output: 'C' };
}

/** Forward and back by hand. The slope of a square is `factor` × the difference, 2 over the number of cells where nothing else is said. */
export function byHand(made: Layers, factor?: number): ByHand {
  const { X, y, layers } = made;
  const values = new Map<string, Rows>([['X', X], ['y', y]]);
  const gradients = new Map<string, Rows>();
  layers.forEach(({ weights, W, b, activation }, place) => {
    values.set(weights, W);
    if (b !== undefined) values.set(`b${place + 1}`, [b]);
    const product = times(values.get(endsOf(made, place).reads) ?? [], W);
    const l = b === undefined ? product : product.map((row) => row.map((x, j) => x + at([b], 0, j)));
    values.set(`l${place + 1}`, l);
    if (activation !== undefined) values.set(`s${place + 1}`, l.map((row) => row.map(ACTIVATIONS[activation].of)));
  });
  const a = values.get(endsOf(made, layers.length - 1).gives) ?? [];
  const cells = y.flat().length;
  const apart = a.map((row, i) => row.map((x, j) => x - at(y, i, j)));
  values.set('C', [[apart.flat().reduce((sum, d) => sum + d * d, 0) / cells]]);
  let above: Rows = apart.map((row) => row.map((d) => (factor ?? 2 / cells) * d));
  gradients.set('y', above.map((row) => row.map((g) => -g)));
  layers.toReversed().forEach(({ weights, W, b, activation }, back) => {
    const place = layers.length - 1 - back;
    const { reads, gives } = endsOf(made, place);
    gradients.set(gives, above);
    const l = `l${place + 1}`;
    if (activation !== undefined) {
      const slopes = slopesOf(activation, values.get(l) ?? [], values.get(gives) ?? []);
      above = above.map((row, i) => row.map((g, j) => g * at(slopes, i, j)));
      gradients.set(l, above);
    }
    const byW = times(transposed(values.get(reads) ?? []), above);
    gradients.set(weights, added(byW, gradients.get(weights)));
    if (b !== undefined) gradients.set(`b${place + 1}`, [b.map((_, j) => above.reduce((sum, row) => sum + (row[j] ?? NaN), 0))]);
    above = times(above, transposed(W));
  });
  gradients.set('X', above);
  return { values, gradients };
}

export function slopesOf(activation: keyof typeof ACTIVATIONS, l: Rows, s: Rows): Rows {
  return l.map((row, i) => row.map((x, j) => ACTIVATIONS[activation].slope(x, at(s, i, j))));
}

export function times(left: Rows, right: Rows): Rows {
  return left.map((row) => (right[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * at(right, k, j), 0)));
}

export function transposed(rows: Rows): Rows {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? NaN));
}

export function at(rows: Rows, i: number, j: number): number {
  return rows[i]?.[j] ?? NaN;
}

function added(rows: Rows, others: Rows | undefined): Rows {
  return others === undefined ? rows : rows.map((row, i) => row.map((x, j) => x + at(others, i, j)));
}

function copied(rows: Rows): number[][] {
  return rows.map((row) => [...row]);
}

/** As numbers are in exercises: whole ones, which coincide often, and some with two digits. */
const someNumber = fc.oneof(fc.integer({ min: -4, max: 5 }), fc.integer({ min: -250, max: 250 }).map((hundredths) => hundredths / 100));

function someRows(rows: number, columns: number): fc.Arbitrary<Rows> {
  return fc.array(fc.array(someNumber, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
}

/** Whether no activation is so far out that its slope is lost in the last digits of its output. */
function isSteep(made: Layers): boolean {
  const { values } = byHand(made);
  return made.layers.every(({ activation }, place) => activation === undefined || (values.get(`l${place + 1}`) ?? []).flat().every((x) => Math.abs(x) < 8));
}

/** One to three layers, often with tables that are square, now and then with weights that two layers share. */
export const someLayers: fc.Arbitrary<Layers> = fc
  .record({
    size: fc.integer({ min: 1, max: 3 }),
    others: fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { freq: 1 }), { minLength: 2, maxLength: 4 }),
    examples: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 1 }),
  })
  .chain(({ size, others, examples }) => {
    const widths = others.map((width) => width ?? size);
    const count = examples ?? size;
    const layer = (place: number): fc.Arbitrary<Layer & { readonly shares: boolean }> =>
      fc.record(
        {
          weights: fc.constant(`W${place + 1}`),
          W: someRows(widths[place] ?? 1, widths[place + 1] ?? 1),
          b: fc.array(someNumber, { minLength: widths[place + 1] ?? 1, maxLength: widths[place + 1] ?? 1 }),
          activation: fc.constantFrom('sigmoid', 'tanh', 'relu', 'neg'),
          shares: fc.boolean(),
        },
        { requiredKeys: ['weights', 'W', 'shares'] },
      );
    return fc.record({
      X: someRows(count, widths[0] ?? 1),
      y: someRows(count, widths.at(-1) ?? 1),
      layers: fc.tuple(...widths.slice(1).map((_, place) => layer(place))).map((layers) => layers.reduce<Layer[]>((made, { shares, ...one }) => {
        const before = made.at(-1);
        const fits = before?.W.length === one.W.length && before.W[0]?.length === one.W[0]?.length;
        return [...made, shares && fits ? { ...one, weights: before.weights, W: before.W } : one];
      }, [])),
    });
  })
  .filter(isSteep);
