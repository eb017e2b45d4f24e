import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf, valueBetween } from '../../../src/draw/charts/sampled';

describe('valueBetween', () => {
  test('is exact for a straight line', () => {
    const line = { from: -2, to: 6, samples: Array.from({ length: 9 }, (_, index) => 3 * (index - 2) + 1) };
    fc.assert(
      fc.property(fc.double({ min: -2, max: 6, noNaN: true }), (at) => {
        expect(valueBetween(line, at)).toBeCloseTo(3 * at + 1, 10);
      }),
    );
  });

  test('is NaN outside, and where a neighbour is not known, but not at a known sample beside it', () => {
    const samples = { from: 0, to: 3, samples: [1, 2, NaN, Infinity] };
    expect([0, 1, 1.5, 2, 3, -0.1, 3.1].map((at) => valueBetween(samples, at))).toEqual([1, 2, NaN, NaN, NaN, NaN, NaN]);
  });
});

describe('gapsOf', () => {
  test('finds where the logarithm has no value: up to half way before its first sample', () => {
    // −3, −2, … 5: log is −∞ at 0 and 0 at 1.
    const samples = Array.from({ length: 9 }, (_, index) => Math.log(index - 3));
    expect(gapsOf({ from: -3, to: 5, samples })).toEqual([{ from: -3, to: 0.5 }]);
  });

  test('finds gaps inside, at both ends, everywhere and nowhere', () => {
    expect(gapsOf({ from: 0, to: 4, samples: [1, NaN, Infinity, 2, 3] })).toEqual([{ from: 0.5, to: 2.5 }]);
    expect(gapsOf({ from: 0, to: 4, samples: [NaN, 1, 1, 1, NaN] })).toEqual([
      { from: 0, to: 0.5 },
      { from: 3.5, to: 4 },
    ]);
    expect(gapsOf({ from: 0, to: 4, samples: [NaN, NaN] })).toEqual([{ from: 0, to: 4 }]);
    expect(gapsOf({ from: 0, to: 4, samples: [1, 2] })).toEqual([]);
  });
});
