import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SweptCell } from '../../../src/training/sweep/sweep';
import { bestOf, fateOf, rankedLoss, sortedBy } from '../../../src/ui/runs/sweep/ranking';

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

describe('fateOf', () => {
  test('tells an overflow from a loss that is on its way there, and both from a bad one', () => {
    expect(fateOf(diverged, 5)).toBe('overflowed');
    expect(fateOf({ ...CELL, trainLoss: 5.1e6 }, 5)).toBe('diverging');
    expect(fateOf({ ...CELL, trainLoss: 4.9e6 }, 5)).toBe('sound');
    // Beside its own beginning, also where no other cell is better.
    expect(fateOf({ ...CELL, means: Float64Array.of(5, 5.1e6), trainLoss: 5.1e6 }, NaN)).toBe('diverging');
    expect(fateOf({ ...CELL, testLoss: 6e6 }, 5)).toBe('diverging');
    expect(fateOf(CELL, 5)).toBe('sound');
  });

  test('keeps a cell that grows from being the best', () => {
    const grows = { ...CELL, means: Float64Array.of(1, 2e6), trainLoss: 2e6 };
    expect(bestOf([grows])).toBeUndefined();
    expect(bestOf([grows, { ...CELL, trainLoss: 3e6, means: Float64Array.of(3e6) }])?.trainLoss).toBe(3e6);
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
