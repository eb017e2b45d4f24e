import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sweepArrows, sweepDomain, sweepHeight, sweepPath, sweepTicks, type SweepCurve } from '../../../src/draw/charts/sweepView';

const SIZE = { width: 120, height: 72 };
const curve = (...means: number[]): SweepCurve => ({ means, epochs: means.map((_, index) => index + 1) });

/** All points of a path of lines. */
function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('sweepDomain', () => {
  test('holds every mean of curves that come down, but for peaks above what one of them began with', () => {
    const falling = fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 }).map((means) => means.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(fc.array(falling, { minLength: 1, maxLength: 10 }), (all) => {
        const [low, high] = sweepDomain(all.map((means) => curve(...means)));
        for (const mean of all.flat()) {
          expect(mean).toBeGreaterThanOrEqual(low);
          expect(mean).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  test('leaves no room for a curve that rises and rises, unless all do', () => {
    expect(sweepDomain([curve(100, 10), curve(100, 1e200)])).toEqual(sweepDomain([curve(100, 10)]));
    expect(sweepDomain([curve(100, 1e30, 20)])[1]).toBe(100);
    expect(sweepDomain([curve(1, 1e6)])).toEqual([1, 1e6]);
  });

  test('is something before there is anything', () => {
    const [low, high] = sweepDomain([curve(), curve(NaN, Infinity)]);
    expect(low).toBeLessThan(high);
  });
});

describe('sweepPath', () => {
  test('goes from the first epoch to where the run ended, and never leaves the cell', () => {
    const means = fc.array(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(means, (all) => {
        const points = pointsOf(sweepPath(curve(...all), [1, 1000], all.length, SIZE));
        // Every epoch that the axis holds is on it.
        if (all.every((mean) => mean <= 1000)) expect(points).toHaveLength(all.length);
        for (const [x, y] of points) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(SIZE.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(SIZE.height);
        }
        expect(points.map(([x]) => x)).toEqual(points.map(([x]) => x).toSorted((a, b) => a - b));
      }),
    );
  });

  test('is cut off where it rises above the axis, and goes on where it comes back', () => {
    // Three decades up between two epochs: it leaves after two thirds of the way, and comes back after one.
    const points = pointsOf(sweepPath(curve(1, 1000, 1), [1, 100], 3, SIZE));
    const [top, middle] = [Math.min(...points.map(([, y]) => y)), SIZE.width / 2];
    const third = (middle - 3) / 3;
    expect(points.filter(([, y]) => y === top).map(([x]) => x)).toEqual([3 + 2 * third, middle + third]);
    expect(sweepPath(curve(1e4, 1e5), [1, 100], 2, SIZE)).toBe('');
  });

  test('ends in the middle of the cell for a run that diverged half way', () => {
    const points = pointsOf(sweepPath(curve(100, 10, 1), [1, 100], 5, SIZE));
    expect(points.at(-1)?.[0]).toBe(60);
  });

  test('is a dot for a single epoch, breaks off at what is not finite, and is nothing without an epoch', () => {
    expect(sweepPath(curve(10), [1, 100], 30, SIZE)).toMatch(/^M[\d.]+ [\d.]+h0$/);
    expect(sweepPath(curve(10, NaN, 10, 5), [1, 100], 4, SIZE).match(/M/g)).toHaveLength(2);
    expect(sweepPath(curve(), [1, 100], 30, SIZE)).toBe('');
  });
});

describe('sweepArrows', () => {
  test('stand where a curve leaves the cell at the top, and where it begins above it', () => {
    const count = (...means: number[]): number => sweepArrows(curve(...means), [1, 100], means.length, SIZE).split('Z').length - 1;
    expect(count(50, 20, 10)).toBe(0);
    expect(count(50, 200, 1e6)).toBe(1);
    expect(count(50, 200, 20, 300)).toBe(2);
    expect(count(1e5, 1e6)).toBe(1);
    expect(count(NaN, NaN)).toBe(0);
  });
});

describe('sweepTicks', () => {
  test('stand where their values are drawn', () => {
    for (const { at, label } of sweepTicks([1, 1000], SIZE)) expect(at).toBe(sweepHeight(Number(label), [1, 1000], SIZE));
    expect(sweepTicks([1, 1000], SIZE).length).toBeGreaterThan(1);
  });
});
