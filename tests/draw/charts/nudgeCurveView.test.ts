import { describe, expect, test } from 'vitest';
import { errorText, nudgeCurveSummary, nudgePointWords, NudgeCurveView, type NudgeCurveData } from '../../../src/draw/charts/nudgeCurveView';

const data: NudgeCurveData = {
  name: '∂C/∂W₁',
  epsilons: Float64Array.of(1e-16, 1e-12, 1e-8, 1e-4, 1),
  forward: Float64Array.of(1, 1e-4, 1e-8, 1e-4, 1),
  central: Float64Array.of(1, 1e-4, 0, 1e-9, NaN),
  relative: true,
  at: { epsilon: 1e-4, forward: 1e-4, central: 1e-9 },
  reasons: { left: 'rounding ∝ 1/ε', right: 'truncation ∝ ε, central ∝ ε²' },
};

describe('NudgeCurveView', () => {
  const view = new NudgeCurveView();
  const axes = view.settle(data, 500, 220);

  test('puts powers of ten evenly apart, from the least ε at the left edge to the greatest at the right', () => {
    const { left, right, top, bottom } = view.frame;
    expect([view.x(1e-16), view.x(1)]).toEqual([left, right]);
    expect(view.x(1e-8)).toBeCloseTo((left + right) / 2, 9);
    expect(view.y(1)).toBeCloseTo(top, 9);
    expect(view.y(1e-4) - view.y(1e-2)).toBeCloseTo(view.y(1e-6) - view.y(1e-4), 9);
    // An error of 0 lies on the lower end.
    expect(view.y(0)).toBe(bottom);
    expect(view.y(NaN)).toBeNaN();
  });

  test('keeps every curve clear of the words below it', () => {
    expect(view.frame.bottom - view.y(1e-9)).toBeGreaterThan(20);
  });

  test('breaks a line where there is no error, and finds the nearest point', () => {
    expect(view.path(data.central, data.epsilons).split('L')).toHaveLength(4);
    expect(view.nearest(view.x(1e-7), data)).toBe(2);
    expect(view.nearest(-100, data)).toBe(0);
  });

  test('labels both axes with powers of ten that lie inside', () => {
    const { frame, xTicks, yTicks } = axes;
    expect(xTicks.every(({ at }) => at >= frame.left && at <= frame.right)).toBe(true);
    expect(yTicks.length).toBeGreaterThan(2);
    expect(axes.yLabel).toBe('relative error of the slope');
  });

  test('takes in an ε beyond the curve, and errors that are all 0', () => {
    const wide = new NudgeCurveView();
    wide.settle({ ...data, at: { epsilon: 100, forward: 1, central: 1 } }, 500, 220);
    expect(wide.x(100)).toBe(wide.frame.right);
    const zero = new NudgeCurveView();
    zero.settle({ ...data, forward: new Float64Array(5), central: new Float64Array(5), at: { epsilon: 1, forward: 0, central: 0 } }, 500, 220);
    expect(zero.y(0)).toBe(zero.frame.bottom);
  });
});

describe('the words of the chart', () => {
  test('tell a point, and the whole', () => {
    expect(nudgePointWords(data, 4)).toBe('ε 1: error of the forward slope 1, of the central slope no value');
    expect(nudgeCurveSummary(data)).toBe(
      'Error of a measured ∂C/∂W₁ over ε from 1e−16 to 1. Left: rounding ∝ 1/ε. Right: truncation ∝ ε, central ∝ ε². At ε 1e−4 the forward error is 1e−4, the central error 1e−9.',
    );
    expect(errorText(undefined)).toBe('no value');
  });
});
