import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SweptCell } from '../../../src/training/sweep/sweep';
import { bestOf, rankedLoss, sortedBy } from '../../../src/ui/runs/sweep/ranking';

const CELL: SweptCell = {
  index: 0,
  learningRate: 0.01,
  batchSize: 11,
  order: 'resampled',
  epochs: Float64Array.of(1),
  means: Float64Array.of(5),
  steps: 46,
  trainLoss: 5,
  testLoss: undefined,
  divergedAt: undefined,
  end: undefined,
  seconds: 1,
};
const diverged: SweptCell = { ...CELL, trainLoss: NaN, divergedAt: 3 };

describe('bestOf', () => {
  test('is the cell with the least loss of the held-out rows, where there are any', () => {
    const [good, seemsBetter] = [{ ...CELL, trainLoss: 9, testLoss: 6 }, { ...CELL, trainLoss: 2, testLoss: 7 }];
    expect(bestOf([seemsBetter, diverged, good])).toBe(good);
  });

  test('is never one that diverged, and none if all did', () => {
    expect(bestOf([diverged, CELL])).toBe(CELL);
    expect(bestOf([diverged])).toBeUndefined();
    expect(bestOf([])).toBeUndefined();
  });
});

describe('sortedBy', () => {
  const cells = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { maxLength: 30 });

  test('has the numbers in order and the cells without one behind them, either way', () => {
    fc.assert(
      fc.property(cells, fc.boolean(), (losses, descending) => {
        const all = losses.map((loss) => (loss === null ? diverged : { ...CELL, trainLoss: loss }));
        const sorted = sortedBy(all, 'trainLoss', descending).map(rankedLoss);
        const finite = losses.filter((loss) => loss !== null).toSorted((a, b) => (descending ? b - a : a - b));
        expect(sorted.slice(0, finite.length)).toEqual(finite);
        expect(sorted.slice(finite.length).every(Number.isNaN)).toBe(true);
        expect(sorted).toHaveLength(losses.length);
      }),
    );
  });
});
