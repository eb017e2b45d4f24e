import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceSummary } from '../../../src/draw/charts/distanceCurve';
import { DistanceView, type DistanceData } from '../../../src/draw/charts/distanceView';

const steps = [1, 101, 201, 301];
const grown = (scale: DistanceData['scale']): DistanceData => ({ between: 'all parameters', steps, distances: [0, 0, 0.01, 10], scale });

describe('DistanceView', () => {
  test('has every step in its place, from edge to edge, and finds the nearest point again', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 64 }), fc.nat(), (distances, seed) => {
        const data: DistanceData = { between: 'W₁', steps: distances.map((_, index) => 1 + 10 * index), distances, scale: 'linear' };
        const view = new DistanceView();
        const { frame } = view.settle(data, 700, 260);
        expect(view.x(1)).toBeCloseTo(frame.left, 6);
        expect(view.x(1 + 10 * (distances.length - 1))).toBeCloseTo(frame.right, 6);
        const index = seed % distances.length;
        expect(view.nearest(view.x(1 + 10 * index) + 0.3)).toBe(index);
      }),
    );
  });

  test('shows greater distances higher, on either scale, within the plot', () => {
    const distance = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(distance, distance, fc.constantFrom('linear', 'log'), (a, b, scale) => {
        const view = new DistanceView();
        const { frame } = view.settle({ between: 'W₁', steps: [1, 2], distances: [a, b], scale }, 700, 260);
        for (const one of [a, b]) {
          expect(view.y(one)).toBeGreaterThanOrEqual(frame.top);
          expect(view.y(one)).toBeLessThanOrEqual(frame.bottom);
        }
        if (a > b) expect(view.y(a)).toBeLessThanOrEqual(view.y(b));
      }),
    );
  });

  test('shows 0 on a linear axis, and says on a logarithmic one up to where it is 0', () => {
    const view = new DistanceView();
    const { frame } = view.settle(grown('linear'), 700, 260);
    expect([view.shows(0), view.y(0), view.note]).toEqual([true, frame.bottom, '']);
    view.settle(grown('log'), 700, 260);
    expect([view.shows(0), view.shows(0.01), view.note]).toEqual([false, true, '0 up to step 101: not on a log axis']);
  });

  test('has a linear axis where nothing is above 0, whatever was asked for', () => {
    const view = new DistanceView();
    view.settle({ ...grown('log'), distances: [0, 0, 0, 0] }, 700, 260);
    expect([view.shows(0), view.note]).toEqual([true, '']);
  });
});

describe('distanceSummary', () => {
  test('tells both ends', () => {
    expect(distanceSummary(grown('linear'))).toBe('Distance of all parameters: 0 before step 1, 10 before step 301, linear scale');
  });
});
