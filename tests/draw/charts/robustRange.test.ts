import fc from 'fast-check';
import { expect, test } from 'vitest';
import { robustRange } from '../../../src/draw/charts/robustRange';

/** A function on an even grid of 257 points, both ends included. */
function sampled(f: (x: number) => number, from: number, to: number): number[] {
  return Array.from({ length: 257 }, (_, index) => f(from + ((to - from) * index) / 256));
}

test('robustRange holds all of a function that is tame, however steep', () => {
  expect(robustRange(sampled((x) => x ** 4 - 3 * x ** 3 + 2, -2, 6))).toEqual([expect.closeTo(-6.543, 2), 650]);
  expect(robustRange(sampled((x) => Math.exp(5 * x), -5, 5))?.[1]).toBe(Math.exp(25));
  expect(robustRange([3, 3, 3])).toEqual([3, 3]);
});

test('robustRange cuts a pole on both sides, and shows a tenth of the range around it at the most', () => {
  for (const pole of [0, 0.013, 1.7]) {
    const range = robustRange(sampled((x) => 1 / (x - pole), -5, 5)) ?? [NaN, NaN];
    expect(range[0]).toBeGreaterThan(-10);
    expect(range[0]).toBeLessThan(-1);
    expect(range[1]).toBeLessThan(10);
    expect(range[1]).toBeGreaterThan(1);
  }
});

test('robustRange cuts only the side on which the pole is', () => {
  const [low, high] = robustRange(sampled((x) => 1 / (x * x), -5, 5)) ?? [NaN, NaN];
  expect(low).toBe(1 / 25);
  expect(high).toBeLessThan(100);
});

test('robustRange keeps a narrow peak that the samples follow', () => {
  expect(robustRange(sampled((x) => Math.exp(-((x / 0.1) ** 2)), -5, 5))?.[1]).toBe(1);
});

test('robustRange passes over what is not finite, and is null without any finite sample', () => {
  expect(robustRange([NaN, 2, Infinity, 4, -Infinity])).toEqual([2, 4]);
  expect(robustRange([NaN, Infinity])).toBeNull();
  expect(robustRange([])).toBeNull();
});

test('robustRange lies among the samples, whatever they are', () => {
  const numbers = fc.array(fc.double(), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(numbers, (samples) => {
      const finite = samples.filter(Number.isFinite);
      const range = robustRange(samples);
      if (finite.length === 0 || range === null) {
        expect([range, finite.length]).toEqual([null, 0]);
        return;
      }
      expect(range[0]).toBeLessThanOrEqual(range[1]);
      expect(range[0]).toBeGreaterThanOrEqual(Math.min(...finite));
      expect(range[1]).toBeLessThanOrEqual(Math.max(...finite));
    }),
  );
});
