import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_ORDERS, Random, type BatchOrder } from '../../src/engine';
import { Batches } from '../../src/engine/batches';

/** The rows of the next batches, one array a batch. */
function drawn(batches: Batches, sizes: readonly number[]): number[][] {
  return sizes.map((size) => {
    const rows = new Int32Array(size);
    batches.draw(rows);
    return [...rows];
  });
}

const anOrder = fc.constantFrom<BatchOrder>(...BATCH_ORDERS);
const sizesWithin = (most: number): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 1, max: most }), { maxLength: 20 });

describe('Batches', () => {
  test('resampled draw every row by itself, with replacement, as the generator says', () => {
    const random = new Random(7);
    const expected = Array.from({ length: 12 }, () => random.below(5));
    expect(drawn(new Batches(5, 7, 'resampled'), [3, 4, 5]).flat()).toEqual(expected);
  });

  test('in order give the rows as they stand, leave out what does not fill a batch, and begin again', () => {
    expect(drawn(new Batches(7, 1, 'in order'), [3, 3, 3, 2, 2])).toEqual([[0, 1, 2], [3, 4, 5], [0, 1, 2], [3, 4], [5, 6]]);
  });

  test('shuffled give every row once in a pass, in another order in the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 0, max: 1e6 }), (count, seed) => {
        const batches = new Batches(count, seed, 'shuffled');
        const passes = [drawn(batches, [count]), drawn(batches, [count])].map(([rows = []]) => rows);
        for (const rows of passes) expect([...rows].sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
        if (count > 20) expect(passes[0]).not.toEqual(passes[1]);
      }),
    );
  });

  test('shuffled put every row in every place about as often', () => {
    const [count, passes] = [4, 24_000];
    const batches = new Batches(count, 3, 'shuffled');
    const seen = new Map<string, number>();
    for (const [rows = []] of Array.from({ length: passes }, () => drawn(batches, [count]))) {
      seen.set(rows.join(), (seen.get(rows.join()) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    // 1,000 of each are expected; five standard deviations are 155.
    for (const [rows, times] of seen) expect(Math.abs(times - 1_000), rows).toBeLessThan(155);
  });

  test('set to a state that was taken go on as they did, whatever was drawn in between and in which order', () => {
    fc.assert(
      fc.property(anOrder, anOrder, sizesWithin(9), sizesWithin(9), sizesWithin(9), fc.integer({ min: 9, max: 25 }), (order, other, before, between, after, count) => {
        const batches = new Batches(count, 11, order);
        drawn(batches, before);
        const { state } = batches;
        const expected = drawn(batches, after);
        batches.order = other;
        drawn(batches, between);
        batches.state = state;
        batches.order = order;
        expect(drawn(batches, after)).toEqual(expected);
      }),
    );
  });

  test('lose nothing of a pass when another order is asked for and taken back before the next batch', () => {
    fc.assert(
      fc.property(anOrder, anOrder, sizesWithin(9), sizesWithin(9), (order, other, before, after) => {
        const [touched, untouched] = [new Batches(20, 5, order), new Batches(20, 5, order)];
        for (const batches of [touched, untouched]) drawn(batches, before);
        touched.order = other;
        touched.order = order;
        expect(drawn(touched, after)).toEqual(drawn(untouched, after));
      }),
    );
  });
});
