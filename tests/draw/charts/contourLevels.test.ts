import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandShares, settleLevels, sortedSample } from '../../../src/draw/charts/contourLevels';

/** A function on a grid of 96 × 96 points. */
function field(f: (x: number, y: number) => number, extent: number): Float64Array {
  const at = (index: number): number => -extent + (2 * extent * index) / 95;
  return Float64Array.from({ length: 96 * 96 }, (_, cell) => f(at(cell % 96), at(Math.floor(cell / 96))));
}

const levelsOf = (grid: Float64Array): readonly number[] => settleLevels([], sortedSample(grid));

describe('settleLevels', () => {
  test('takes even steps for a plane, a saddle and a bowl', () => {
    expect(levelsOf(field((x, y) => x + y, 3))).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
    expect(levelsOf(field((x, y) => x * y, 3))).toEqual([-8, -6, -4, -2, 0, 2, 4, 6, 8]);
    expect(levelsOf(field((x, y) => x * x + y * y, 3))).toEqual([2, 4, 6, 8, 10, 12, 14, 16]);
  });

  test('takes even steps where values gather at both ends, as those of a neuron do', () => {
    const neuron = field((x, y) => 1 / (1 + Math.exp(-(x - 2 * y - 3))), 6);
    expect(levelsOf(neuron)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  });

  test('divides the plane, not the values, where a few are huge: a pole, a banana valley', () => {
    const fields = [
      field((x, y) => 1 / (x * x + y * y), 3),
      field((x, y) => x / y, 3),
      field((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, 2),
    ];
    for (const grid of fields) {
      const sorted = sortedSample(grid);
      const levels = settleLevels([], sorted);
      expect(levels.length).toBeGreaterThan(6);
      expect(Math.max(...bandShares(levels, sorted))).toBeLessThan(0.25);
    }
  });

  test('writes such levels with few digits', () => {
    for (const level of levelsOf(field((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, 2))) {
      expect(level).toBe(Number(level.toPrecision(2)));
    }
  });

  test('has none where there is nothing to tell apart', () => {
    expect(levelsOf(new Float64Array(9).fill(4))).toEqual([]);
    expect(levelsOf(Float64Array.of(1e6, 1e6 + 1e-9, 1e6))).toEqual([]);
    expect(levelsOf(new Float64Array(9).fill(NaN))).toEqual([]);
  });

  test('stays as it is while the values change a little, and follows when they change much', () => {
    const first = levelsOf(field((x, y) => x * y, 3));
    expect(settleLevels(first, sortedSample(field((x, y) => 1.1 * x * y + 0.2, 3)))).toBe(first);
    expect(settleLevels(first, sortedSample(field((x, y) => 40 * x * y, 3)))).not.toBe(first);
    expect(settleLevels(first, sortedSample(field((x, y) => x * y + 50, 3)))).not.toBe(first);
  });

  test('has none between the smallest doubles, where there are no round numbers', () => {
    expect(levelsOf(Float64Array.of(-4e-323, 0, 5e-324, 1.5e-323, 4e-323))).toEqual([]);
  });

  test('ascends strictly and lies inside the values, whatever they are', () => {
    const grids = fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 })), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(grids, (numbers) => {
        const sorted = sortedSample(Float64Array.from(numbers));
        const levels = settleLevels([], sorted);
        levels.forEach((level, index) => {
          expect(level).toBeGreaterThan(levels[index - 1] ?? sorted[0] ?? NaN);
          expect(level).toBeLessThan(sorted.at(-1) ?? NaN);
        });
      }),
    );
  });
});

test('sortedSample is sorted, finite and of a bearable length', () => {
  const sample = sortedSample(field((x, y) => Math.log(x * y), 3));
  expect(sample.length).toBeGreaterThan(500);
  expect(sample.length).toBeLessThan(4000);
  expect(sample.every((value, index) => Number.isFinite(value) && value >= (sample[index - 1] ?? -Infinity))).toBe(true);
});
