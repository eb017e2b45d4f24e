import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { norm } from '../../src/engine';

/** Numbers all of about the size 2^exponent, some of them far less. */
const sized = fc
  .record({
    exponent: fc.integer({ min: -1074, max: 1020 }),
    parts: fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(1, 1, 1, 1e-8, 1e-170)), { minLength: 1, maxLength: 20 }),
  })
  .map(({ exponent, parts }) => parts.map(([part, less]) => part * less * 2 ** exponent));

describe('norm', () => {
  test('is that of Math.hypot, for numbers of any size', () => {
    fc.assert(
      fc.property(sized, (numbers) => {
        const expected = Math.hypot(...numbers);
        // Among the least doubles there is nothing finer than the least one.
        expect(Math.abs(norm(Float64Array.from(numbers)) - expected)).toBeLessThanOrEqual(Math.max(1e-14 * expected, 4 * Number.MIN_VALUE));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([1e154, 1e155, 1e200, 1e307, 1e-140, 1e-154, 1e-162, 1e-200, 1e-300, 1])('of 3 and 4 is 5, times %d', (unit) => {
    expect(norm(Float64Array.of(3 * unit, -4 * unit)) / (5 * unit)).toBeCloseTo(1, 14);
  });

  test('of a single number is its size, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (number) => {
        expect(norm(Float64Array.of(number))).toBe(Math.abs(number));
      }),
    );
    expect(norm(Float64Array.of(-Number.MAX_VALUE))).toBe(Number.MAX_VALUE);
    expect(norm(Float64Array.of(-Number.MIN_VALUE))).toBe(Number.MIN_VALUE);
  });

  test('of nothing, and of zeros, is 0', () => {
    expect(norm(new Float64Array(0))).toBe(0);
    expect(norm(Float64Array.of(0, -0, 0, 0, -0))).toBe(0);
  });

  test('is infinite only with an infinite number, or beyond the largest double', () => {
    expect(norm(Float64Array.of(1, -Infinity, 1e200))).toBe(Infinity);
    expect(norm(Float64Array.of(1.2e308, 1.2e308))).toBe(1.2e308 * Math.SQRT2);
    expect(norm(Float64Array.of(1.7e308, 1.7e308))).toBe(Infinity);
  });

  test('is NaN with a NaN anywhere, also beside an infinite number', () => {
    for (const numbers of [[NaN], [1, NaN, 5], [Infinity, NaN], [NaN, Infinity, 1e200, 0, 3], [1e200, 1, 1, 1, NaN]]) {
      expect(norm(Float64Array.from(numbers))).toBeNaN();
    }
  });
});
