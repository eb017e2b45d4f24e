import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoresOf, shareWithin } from '../../src/datasets/scores';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('scoresOf', () => {
  test('agrees with the worked example of scikit-learn: MSE 0.375, RMSE 0.612, R² 0.948', () => {
    // sklearn.metrics.r2_score and mean_squared_error are documented with these numbers.
    const { mse, rmse, r2, rows, nonFinite } = scoresOf([3, -0.5, 2, 7], [2.5, 0, 2, 8]);
    expect(mse).toBe(0.375);
    expect(rmse).toBeCloseTo(0.612372, 6);
    expect(r2).toBeCloseTo(0.948608, 6);
    expect({ rows, nonFinite }).toEqual({ rows: 4, nonFinite: 0 });
  });

  test('is 1, 0 and −3 in R² for perfect predictions, for the mean, and for the values turned round', () => {
    expect(scoresOf([1, 2, 3], [1, 2, 3]).r2).toBe(1);
    expect(scoresOf([1, 2, 3], [2, 2, 2]).r2).toBe(0);
    expect(scoresOf([1, 2, 3], [3, 2, 1]).r2).toBe(-3);
  });

  test('looks at the chosen rows alone, and compares with their own mean', () => {
    expect(scoresOf([100, 1, -7, 3], [NaN, 2, 50, 2], [1, 3])).toEqual({ rows: 2, nonFinite: 0, mse: 1, rmse: 1, r2: 0 });
  });

  test.each([
    [[5, 5, 5], [5, 5, 5], 0],
    [[0.1, 0.1, 0.1], [1.1, 1.1, 1.1], 1],
    [[4], [6], 4],
  ])('has no R² for the constant target %j, but the other scores', (truth, predicted, mse) => {
    const scores = scoresOf(truth, predicted);
    expect(scores.r2).toBeUndefined();
    expect(scores.mse).toBeCloseTo(mse, 12);
  });

  test('has no scores once a prediction is not finite, and counts those', () => {
    expect(scoresOf([1, 2, 3], [1, NaN, -Infinity])).toEqual({ rows: 3, nonFinite: 2, mse: undefined, rmse: undefined, r2: undefined });
  });

  test('has no scores over no rows', () => {
    expect(scoresOf([], [])).toEqual({ rows: 0, nonFinite: 0, mse: undefined, rmse: undefined, r2: undefined });
    expect(scoresOf([1], [1], []).mse).toBeUndefined();
  });

  test('over two parts of the rows makes up the whole: squared errors add', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, fc.boolean()), { minLength: 1, maxLength: 50 }), (rows) => {
        const truth = rows.map(([y]) => y);
        const predicted = rows.map(([, guess]) => guess);
        const part = (held: boolean): number[] => rows.flatMap(([, , test], row) => (test === held ? [row] : []));
        const squares = (chosen?: number[]): number => {
          const { mse, rows: count } = scoresOf(truth, predicted, chosen);
          return (mse ?? 0) * count;
        };
        expect(squares(part(true)) + squares(part(false))).toBeCloseTo(squares(), 4);
      }),
    );
  });

  test('agrees with the textbook sums over any rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 50 }), (rows) => {
        const truth = rows.map(([y]) => y);
        const mean = truth.reduce((sum, y) => sum + y, 0) / rows.length;
        const total = truth.reduce((sum, y) => sum + (y - mean) * (y - mean), 0);
        const left = rows.reduce((sum, [y, guess]) => sum + (y - guess) * (y - guess), 0);
        fc.pre(total > 1e-3);
        const { mse, r2 } = scoresOf(truth, rows.map(([, guess]) => guess));
        expect(mse).toBeCloseTo(left / rows.length, 6);
        expect(Math.abs((r2 ?? NaN) - (1 - left / total))).toBeLessThanOrEqual(1e-9 * (1 + left / total));
      }),
    );
  });

  test('refuses predictions that are more or fewer than the true values', () => {
    expect(() => scoresOf([1, 2], [1])).toThrow(new RangeError('scoresOf: there are 2 true values, but 1 predictions'));
  });
});

describe('shareWithin', () => {
  test('counts the predictions that are near enough, the border included', () => {
    expect(shareWithin([10, 10, 10, 10], [12, 8, 12.5, 10], 2)).toBe(0.75);
    expect(shareWithin([10, 10, 10, 10], [12, 8, 12.5, 10], 0)).toBe(0.25);
  });

  test('looks at the chosen rows alone', () => {
    expect(shareWithin([10, 10, 10], [10, 99, 99], 1, [0, 2])).toBe(0.5);
  });

  test('takes what is not finite for far away, even from an infinite distance', () => {
    expect(shareWithin([1, 1, 1, 1], [NaN, Infinity, -Infinity, 1e300], Infinity)).toBe(0.25);
  });

  test('of no rows is 0', () => {
    expect(shareWithin([], [], 1)).toBe(0);
  });

  test('grows with the distance, up to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1 }), fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), (rows, near, more) => {
        const truth = rows.map(([y]) => y);
        const predicted = rows.map(([, guess]) => guess);
        expect(shareWithin(truth, predicted, near)).toBeLessThanOrEqual(shareWithin(truth, predicted, near + more));
        expect(shareWithin(truth, predicted, 3e3)).toBe(1);
      }),
    );
  });

  test.each([-1, NaN])('refuses the distance %d', (within) => {
    expect(() => shareWithin([1], [1], within)).toThrow(new RangeError(`shareWithin: a distance cannot be ${within}`));
  });
});
