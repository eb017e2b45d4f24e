import { describe, expect, test } from 'vitest';
import { columnDots } from '../../../src/draw/charts/columnDots';
import { descentSummary } from '../../../src/draw/charts/descentCurve';
import { DescentView, type DescentCurveData } from '../../../src/draw/charts/descentView';

/** x⁴ − 3x³ + 2 along gradient descent from 6 with rate 0.002. */
function quartic(iterations: number): number[] {
  const values: number[] = [];
  for (let x = 6, step = 0; step <= iterations; step++) {
    values.push(x ** 4 - 3 * x ** 3 + 2);
    x -= 0.002 * (4 * x ** 3 - 9 * x ** 2);
  }
  return values;
}

function dataOf(values: ArrayLike<number>, rest: Partial<DescentCurveData> = {}): DescentCurveData {
  return { values, count: values.length, name: 'f', scale: 'linear', stoppedAt: null, ...rest };
}

describe('DescentView', () => {
  test('begins with iteration 0 at the left edge, and ends with the descent as planned', () => {
    const view = new DescentView();
    const { frame } = view.settle(dataOf(quartic(60), { expected: 80 }), 400, 240);
    expect([view.x(0), view.x(80)]).toEqual([frame.left, frame.right]);
    expect([view.nearest(frame.left), view.nearest(view.x(17) + 0.4), view.nearest(1e6)]).toEqual([0, 17, 60]);
  });

  test('keeps its axes still while the curve settles', () => {
    const view = new DescentView();
    const values = Float64Array.from(quartic(400));
    const seen = new Set<string>();
    for (let count = 52; count <= 101; count++) {
      const { xTicks, yTicks } = view.settle(dataOf(values, { count }), 400, 240);
      seen.add(JSON.stringify([xTicks, yTicks]));
    }
    expect(seen.size).toBe(1);
  });

  test('has zero on its axis only if the values are near it', () => {
    const labels = (values: number[]): string[] => new DescentView().settle(dataOf(values), 400, 240).yTicks.map(({ label }) => label);
    expect(labels([5, 3, 2, 1.5])[0]).toBe('0');
    expect(labels([1003, 1002, 1001])[0]).toBe('1001');
    expect(labels([-6, -6.4, -6.5])).not.toContain('0');
  });

  test('keeps every finite value in the frame, however large, on either scale', () => {
    for (const scale of ['linear', 'log'] as const) {
      for (const values of [[1, 1e300, 1e308, NaN], [5, Infinity], [-1e308, 1e308], [0], [NaN], [], [7, 7, 7], [5e-324, 1]]) {
        const view = new DescentView();
        const { frame, xTicks, yTicks } = view.settle(dataOf(values, { scale }), 220, 140);
        for (const value of values.filter(Number.isFinite)) {
          expect(view.y(value)).toBeGreaterThanOrEqual(frame.top);
          expect(view.y(value)).toBeLessThanOrEqual(frame.bottom);
        }
        expect([...xTicks, ...yTicks].every(({ at, label }) => Number.isFinite(at) && label !== '')).toBe(true);
      }
    }
  });

  test('falls back to a linear axis, and says so, unless all values are above 0', () => {
    const view = new DescentView();
    view.settle(dataOf([5, 1, -2], { scale: 'log' }), 400, 240);
    expect(view.note).toBe('linear, as f is not always above 0');
    expect(view.y(1.5)).toBeCloseTo((view.y(5) + view.y(-2)) / 2, 9);
    view.settle(dataOf([100, 10, 1, NaN], { scale: 'log' }), 400, 240);
    expect(view.note).toBe('');
    expect(view.y(10)).toBeCloseTo((view.y(100) + view.y(1)) / 2, 9);
  });

  test('loses no spike among a hundred thousand iterations', () => {
    const values = new Float64Array(100_000).fill(1);
    values[77_777] = 9;
    const view = new DescentView();
    view.settle(dataOf(values), 400, 240);
    expect(Math.max(...view.columns.high.subarray(0, view.columns.count))).toBe(9);
    expect(view.columns.count).toBeLessThan(400);
  });
});

test('columnDots has a dot for each iteration where there is room, and none where there is not', () => {
  const view = new DescentView();
  view.settle(dataOf([4, 2, NaN, 1], { expected: 10 }), 400, 240);
  expect(columnDots(view.columns, view.x, view.y).match(/M/g)).toHaveLength(3);
  view.settle(dataOf(quartic(100)), 400, 240);
  expect(columnDots(view.columns, view.x, view.y)).toBe('');
});

test('descentSummary says where the descent began, where it is and why it ended', () => {
  expect(descentSummary(dataOf([], {}))).toBe('f over the iterations: empty, the descent has not begun');
  const stoppedAt = { iteration: 2, words: 'not finite at iteration 2' };
  expect(descentSummary(dataOf([650, 12.5, NaN], { scale: 'log', stoppedAt }))).toBe(
    'f over the iterations: from 650 to NaN at iteration 2, logarithmic scale, not finite at iteration 2',
  );
});
