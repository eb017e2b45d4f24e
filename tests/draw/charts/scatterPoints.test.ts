import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lostWords,
  nearestPoint,
  readingOrder,
  scatterDomains,
  scatterLines,
  scatterPoints,
  scatterWords,
  type Predicted,
} from '../../../src/draw/charts/scatterPoints';

const identity = (value: number): number => value;
const data = (truth: readonly number[], predicted: readonly number[]): Predicted => ({ truth, predicted });

describe('scatterPoints', () => {
  test('stand at true and predicted, or at predicted and what is left of the true value', () => {
    const prices = data([20, 30], [18, 33]);
    expect(scatterPoints(prices, 'predicted')).toEqual({ x: Float64Array.of(20, 30), y: Float64Array.of(18, 33) });
    expect(scatterPoints(prices, 'residuals')).toEqual({ x: Float64Array.of(18, 33), y: Float64Array.of(2, -3) });
  });
});

describe('nearestPoint', () => {
  test('finds the nearest point within reach, and passes over what is not finite', () => {
    const points = scatterPoints(data([10, 20, 21], [10, 20, NaN]), 'predicted');
    expect(nearestPoint(points, identity, identity, 19, 21)).toBe(1);
    expect(nearestPoint(points, identity, identity, 400, 21)).toBeNull();
    expect(nearestPoint(scatterPoints(data([], []), 'residuals'), identity, identity, 0, 0)).toBeNull();
  });
});

describe('scatterDomains', () => {
  const domains = (truth: readonly number[], predicted: readonly number[], view: 'predicted' | 'residuals') =>
    scatterDomains({ truth }, scatterPoints(data(truth, predicted), view), view);

  test('have the true values on both axes, and all finite predictions on the vertical one', () => {
    expect(domains([5, 50], [10, 20], 'predicted')).toEqual({ x: [5, 50], y: [5, 50] });
    expect(domains([5, 50, 8, 8], [-7, 80, NaN, Infinity], 'predicted')).toEqual({ x: [5, 50], y: [-7, 80] });
    expect(domains([], [], 'predicted')).toEqual({ x: [0, 1], y: [0, 1] });
  });

  test('of residuals have the predictions among the true values, and zero among what is left', () => {
    expect(domains([5, 50], [10, 60], 'residuals')).toEqual({ x: [5, 60], y: [-10, 0] });
    expect(domains([5, 50], [NaN, 49], 'residuals')).toEqual({ x: [5, 50], y: [0, 1] });
  });
});

describe('readingOrder', () => {
  test('is that of the table for predicted against true', () => {
    expect([...readingOrder(data([1, 2, 3], [9, 2, 3]), 'predicted')]).toEqual([0, 1, 2]);
  });

  test('is by the size of the residual, the largest first, and begins with what is not finite', () => {
    expect([...readingOrder(data([10, 10, 10, 10, 10, 10], [11, 6, 12, NaN, 8, -Infinity]), 'residuals')]).toEqual([3, 5, 1, 2, 4, 0]);
  });

  test('has every row once, and never a larger residual after a smaller one', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number)), (rows) => {
        const order = [...readingOrder(data(rows.map(([y]) => y), rows.map(([, guess]) => guess)), 'residuals')];
        expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
        const sizes = order.map((row) => Math.abs((rows[row]?.[0] ?? NaN) - (rows[row]?.[1] ?? NaN)));
        for (let place = 1; place < sizes.length; place++) expect(sizes[place - 1]).toBeGreaterThanOrEqual(sizes[place] ?? NaN);
      }),
    );
  });
});

describe('scatterWords', () => {
  const rows: Predicted = {
    truth: Array.from({ length: 1506 }, () => 21.25),
    predicted: Array.from({ length: 1506 }, (_, row) => (row === 3 ? NaN : row === 4 ? 30 : 18.5)),
    heldOut: (row) => row === 36,
    traits: () => [['rm', '6.24'], ['lstat', '12.4']],
  };

  test('tell a row, counted from 1, whether it is held out, its numbers, and what else is known of it', () => {
    expect(scatterWords(36, rows)).toBe('row 37 of 1,506, held out: true 21.25, predicted 18.5, residual +2.75; rm 6.24, lstat 12.4');
    expect(scatterWords(4, { ...rows, traits: () => [] })).toBe('row 5 of 1,506: true 21.25, predicted 30, residual −8.75');
  });

  test('say of a prediction that is not finite that nothing can be left', () => {
    expect(scatterWords(3, data(Array.from(rows.truth), Array.from(rows.predicted)))).toBe(
      'row 4 of 1,506: true 21.25, predicted NaN, which is not finite: no residual',
    );
  });

  test('say the same line by line', () => {
    expect(scatterLines(36, rows)).toEqual([
      ['row 37', 'held out'],
      ['true', '21.25'],
      ['predicted', '18.5'],
      ['residual', '+2.75'],
      ['rm', '6.24'],
      ['lstat', '12.4'],
    ]);
    expect(scatterLines(3, data(Array.from(rows.truth), Array.from(rows.predicted)))).toContainEqual(['residual', 'none']);
  });
});

describe('lostWords', () => {
  test.each([
    [[1, 2], ''],
    [[1, NaN], '1 prediction is not finite'],
    [[Infinity, NaN, 3], '2 predictions are not finite'],
  ])('of %j are “%s”', (predicted, words) => {
    expect(lostWords({ predicted })).toBe(words);
  });
});
