import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingsBetween } from '../../../src/scene/circuit/crossings';
import { drawnOf } from '../../../src/scene/circuit/drawn';
import { isotonic } from '../../../src/scene/circuit/isotonic';
import { neighbourhoodOf } from '../../../src/scene/circuit/neighbourhood';
import { ranksOf } from '../../../src/scene/circuit/ranks';
import { circuits, graphOf } from './graphs';

const wholes = (count: number, most: number): fc.Arbitrary<number[]> => fc.array(fc.nat(most), { minLength: count, maxLength: count });

describe('ranksOf', () => {
  const lengthOf = (rank: Int32Array, links: readonly { from: number; to: number }[]): number => links.reduce((sum, { from, to }) => sum + (rank[to] ?? 0) - (rank[from] ?? 0), 0);

  it('makes the wires as short in total as any assignment of columns does', () => {
    fc.assert(
      fc.property(circuits(5), ({ graph, lines }) => {
        const drawn = drawnOf(graph, { folded: new Set(), lines });
        const { rank } = ranksOf(drawn);
        for (const { from, to } of drawn.links) expect((rank[to] ?? 0) - (rank[from] ?? 0)).toBeGreaterThanOrEqual(1);
        expect(lengthOf(rank, drawn.links)).toBe(leastLength(drawn.symbols.length, drawn.links));
      }),
      { numRuns: 150 },
    );
  });

  it('moves an operation that reads much early and is read once late to what it reads', () => {
    // Of x, y and z, which others read early, v2 reads all; only the output reads v2.
    const graph = graphOf('a = sin x', 'b = sin y', 'c = sin z', 'd = add a b c', 'g = sin d', 'h = sin g', 'k = sin h', 'v2 = add x y z', 'f = add k v2');
    const drawn = drawnOf(graph, { folded: new Set(), lines: [] });
    const place = (id: string): number => ranksOf(drawn).rank[drawn.symbols.findIndex((symbol) => symbol.id === id)] ?? NaN;
    expect(place('v2')).toBe(1);
    expect(place('f')).toBe(6);
  });
});

/** The least total length of the wires, by looking at all assignments of columns that are worth it. */
function leastLength(count: number, links: readonly { from: number; to: number }[]): number {
  // The program is the dual of a flow; for few boxes, relaxing every subset of movements by one finds the least, since
  // the total length is convex in the columns (K. Murota, Discrete convex analysis, 2003: steepest descent).
  const rank = new Array<number>(count).fill(0);
  for (let round = 0; round < count; round++) for (const { from, to } of links) rank[to] = Math.max(rank[to] ?? 0, (rank[from] ?? 0) + 1);
  const lengthOf = (at: readonly number[]): number => links.reduce((sum, { from, to }) => sum + (at[to] ?? 0) - (at[from] ?? 0), 0);
  let best = lengthOf(rank);
  for (;;) {
    let next: number[] | undefined;
    for (let subset = 1; subset < 2 ** count; subset++) {
      const moved = rank.map((value, box) => value + ((subset >> box) & 1));
      if (links.some(({ from, to }) => (moved[to] ?? 0) - (moved[from] ?? 0) < 1)) continue;
      if (lengthOf(moved) >= best) continue;
      best = lengthOf(moved);
      next = moved;
    }
    if (next === undefined) return best;
    next.forEach((value, box) => (rank[box] = value));
  }
}

describe('crossingsBetween', () => {
  it('counts as many crossings as there are pairs of pieces in opposite order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.nat(6), b: fc.nat(6) }), { maxLength: 20 }), (ends) => {
        const pieces = ends.map(({ a, b }) => ({ from: a, to: 7 + b, weight: 1 }));
        const layer = Array.from({ length: 14 }, (_, node) => (node < 7 ? 0 : 1));
        const place = Int32Array.from(layer, (_, node) => node % 7);
        const pairs = ends.flatMap((p, at) => ends.slice(at + 1).filter((q) => (p.a - q.a) * (p.b - q.b) < 0)).length;
        expect(crossingsBetween([0, 1, 2, 3, 4, 5, 6], neighbourhoodOf({ layer, pieces }).right, place, 7)).toBe(pairs);
      }),
    );
  });
});

describe('isotonic', () => {
  it('never falls, and no sequence of whole numbers that does not fall is nearer', () => {
    fc.assert(
      fc.property(wholes(4, 5), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }), (values, weights) => {
        const result = Float64Array.from(values);
        isotonic(result, Float64Array.from(weights), new Int32Array(4), 4);
        const error = (at: ArrayLike<number>): number => values.reduce((sum, value, i) => sum + (weights[i] ?? 0) * (value - (at[i] ?? 0)) ** 2, 0);
        for (let i = 1; i < 4; i++) expect(result[i]).toBeGreaterThanOrEqual((result[i - 1] ?? 0) - 1e-12);
        for (let a = 0; a <= 5; a++) for (let b = a; b <= 5; b++) for (let c = b; c <= 5; c++) for (let d = c; d <= 5; d++) expect(error(result)).toBeLessThanOrEqual(error([a, b, c, d]) + 1e-9);
      }),
    );
  });
});
