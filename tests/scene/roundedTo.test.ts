import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedTo } from '../../src/scene/roundedTo';

describe('roundedTo', () => {
  it.each([
    [1.23456, -2, 1.23],
    [0.30000000000000004, -3, 0.3],
    [12345.678, 2, 12300],
    [-7.5, 0, -7],
    [1.23456e-7, -9, 1.23e-7],
    [1.7e308, 308, 1.7e308],
    [5, 400, 5],
    [3e-150, -149, 0],
  ])('makes of %d a multiple of 10^%d: %d', (value, exponent, rounded) => {
    expect(roundedTo(value, exponent)).toBe(rounded);
  });

  it('never makes a −0', () => {
    for (const exponent of [-120, -2, 0, 3]) expect(Object.is(roundedTo(-(10 ** exponent) / 10, exponent), 0)).toBe(true);
  });

  it('gives the double that is written with so many places, and stays within half a place', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -9, max: -1 }), (value, exponent) => {
        const rounded = roundedTo(value, exponent);
        expect(Number(rounded.toFixed(-exponent))).toBe(rounded);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(10 ** exponent / 2 + 1e-10);
      }),
    );
  });
});
