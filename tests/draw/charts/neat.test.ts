import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neatNumber } from '../../../src/draw/charts/neat';

test('neatNumber has no more digits than a pixel tells', () => {
  expect(neatNumber(1.23456, 0.02, -5, 5)).toBe(1.23);
  expect(neatNumber(0.30000000000000004, 0.001, -5, 5)).toBe(0.3);
  expect(neatNumber(12345.678, 200, 0, 1e5)).toBe(12300);
});

test('neatNumber stays in the range and within the resolution', () => {
  const value = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(value, fc.double({ min: 1e-6, max: 10, noNaN: true }), (number, resolution) => {
      const neat = neatNumber(number, resolution, -1000, 1000);
      expect(Math.abs(neat)).toBeLessThanOrEqual(1000);
      expect(Math.abs(neat - number)).toBeLessThanOrEqual(resolution / 2 + 1e-9);
    }),
  );
  expect(neatNumber(-7, 0.1, -2.345, 6)).toBe(-2.345);
});
