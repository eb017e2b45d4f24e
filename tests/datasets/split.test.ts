import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRows } from '../../src/datasets/split';

const rows = fc.integer({ min: 2, max: 200 });
const share = fc.double({ min: 0, max: 0.74, noNaN: true });
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('splitRows', () => {
  test('puts every row into exactly one part, each in the order of the table', () => {
    fc.assert(
      fc.property(rows, share, seed, (count, held, from) => {
        const { train, test: tested } = splitRows(count, held, from);
        const all = new Set([...train, ...tested]);
        expect(all.size).toBe(count);
        expect(train.length + tested.length).toBe(count);
        expect(Math.min(...all)).toBe(0);
        expect(Math.max(...all)).toBe(count - 1);
        for (const part of [train, tested]) part.forEach((row, place) => expect(place === 0 || row > (part[place - 1] ?? NaN)).toBe(true));
      }),
    );
  });

  test.each([
    [506, 0, 0],
    [506, 0.1, 51],
    [506, 0.2, 101],
    [506, 0.3, 152],
    [506, 0.5, 253],
    [3, 0.1, 0],
    [1, 0.4, 0],
    [0, 0.2, 0],
  ])('of %d rows with a share of %d holds out %d', (count, held, expected) => {
    const { train, test: tested } = splitRows(count, held, 1);
    expect(tested).toHaveLength(expected);
    expect(train).toHaveLength(count - expected);
  });

  test('with a share of 0 leaves every row to learn from, whatever the seed', () => {
    expect([...splitRows(5, 0, 77).train]).toEqual([0, 1, 2, 3, 4]);
  });

  test('gives the same choice from the same seed, and others from others', () => {
    const choice = (from: number): string => splitRows(506, 0.2, from).test.join();
    expect(choice(1)).toBe(choice(1));
    expect(new Set(Array.from({ length: 50 }, (_, from) => choice(from))).size).toBe(50);
  });

  test('holds out every pair of five rows about equally often', () => {
    const seeds = 20_000;
    const often = new Map<string, number>();
    for (let from = 0; from < seeds; from++) {
      const pair = splitRows(5, 0.4, from).test.join();
      often.set(pair, (often.get(pair) ?? 0) + 1);
    }
    expect(often.size).toBe(10);
    // χ² with 9 degrees of freedom exceeds 27.9 once in a thousand fair choices.
    const expected = seeds / 10;
    expect([...often.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(27.9);
  });

  test.each([
    [-1, 0.1, 'splitRows: -1 is not a number of rows'],
    [2.5, 0.1, 'splitRows: 2.5 is not a number of rows'],
    [10, -0.1, 'splitRows: the share held out must be from 0 to below 1, but it is -0.1'],
    [10, 1, 'splitRows: the share held out must be from 0 to below 1, but it is 1'],
    [10, NaN, 'splitRows: the share held out must be from 0 to below 1, but it is NaN'],
    [10, 0.95, 'splitRows: a share of 0.95 would hold out all 10 rows; none would be left to learn from'],
    [1, 0.5, 'splitRows: a share of 0.5 would hold out the only row; none would be left to learn from'],
  ])('refuses %d rows with a share of %d', (count, held, sentence) => {
    expect(() => splitRows(count, held, 1)).toThrow(new RangeError(sentence));
  });
});
