import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIVERGING_BINS, divergingBin, divergingProperty, NONFINITE_BIN, symmetricExtent, ZERO_BIN } from '../../src/draw/diverging';

test('divergingBin puts the ends of the scale at the ends of the palette and zero in its middle', () => {
  expect([-2, -1, 0, 1, 2].map((value) => divergingBin(value, 2))).toEqual([0, 3, 7, 11, 14]);
});

test('divergingBin gives what is not finite a bin of its own, whatever the extent', () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    expect(divergingBin(value, 1)).toBe(NONFINITE_BIN);
    expect(divergingBin(value, 0)).toBe(NONFINITE_BIN);
  }
});

test('divergingBin says zero where nothing has an extent', () => {
  expect(divergingBin(0, 0)).toBe(ZERO_BIN);
  expect(divergingBin(3, NaN)).toBe(ZERO_BIN);
});

test('divergingBin is symmetric, rises with the value and stays inside the palette', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(finite, finite, finite, (a, b, size) => {
      const extent = Math.abs(size);
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(divergingBin(-a, extent)).toBe(DIVERGING_BINS - 1 - divergingBin(a, extent));
      expect(divergingBin(low, extent)).toBeLessThanOrEqual(divergingBin(high, extent));
      expect(divergingBin(a, extent)).toBeGreaterThanOrEqual(0);
      expect(divergingBin(a, extent)).toBeLessThan(DIVERGING_BINS);
    }),
  );
});

test('symmetricExtent is the largest finite magnitude', () => {
  expect(symmetricExtent([1, -3, NaN, -Infinity, 2])).toBe(3);
  expect(symmetricExtent([])).toBe(0);
  expect(symmetricExtent([NaN])).toBe(0);
});

test('divergingProperty names the custom property of a bin', () => {
  expect(divergingProperty(14)).toBe('--diverging-14');
  expect(divergingProperty(NONFINITE_BIN)).toBe('--nonfinite');
});
