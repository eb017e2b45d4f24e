import { expect, test } from 'vitest';
import { thinIterates } from '../../../src/draw/charts/iterates';

const identity = (value: number): number => value;

test('thinIterates goes from the newest to the start, and passes over points that are too near to the one before', () => {
  const path = { x: [0, 1, 1.5, 10, 10.5, 20], y: [0, 0, 0, 0, 0, 0], count: 6 };
  expect(thinIterates(path, identity, identity, 2, 100).map(({ x }) => x)).toEqual([20, 10.5, 1.5, 0]);
});

test('thinIterates reads only as many as there are, and leaves out what is not finite', () => {
  const path = { x: new Float64Array([5, NaN, 9, 0, 0]), y: new Float64Array([1, 1, 2, 0, 0]), count: 3 };
  expect(thinIterates(path, identity, identity, 1, 100)).toEqual([
    { x: 9, y: 2 },
    { x: 5, y: 1 },
  ]);
  expect(thinIterates({ ...path, count: 0 }, identity, identity, 1, 100)).toEqual([]);
});

test('thinIterates gives at most as many as asked for, the start among them, of a hundred thousand', () => {
  const path = { x: Float64Array.from({ length: 100_000 }, (_, index) => 10 * index), y: new Float64Array(100_000), count: 100_000 };
  const points = thinIterates(path, identity, identity, 2, 200);
  expect(points).toHaveLength(200);
  expect([points[0]?.x, points[198]?.x, points[199]?.x]).toEqual([999_990, 999_990 - 1980, 0]);
});

test('thinIterates puts a descent that settles down on one pixel at one place', () => {
  const xs = Array.from({ length: 5000 }, (_, index) => 100 * 0.9 ** index);
  const points = thinIterates({ x: xs, y: xs, count: 5000 }, identity, identity, 2, 200);
  expect(points.length).toBeLessThan(45);
  for (let index = 1; index < points.length - 1; index++) {
    const [before, here] = [points[index - 1], points[index]];
    expect(Math.hypot((here?.x ?? 0) - (before?.x ?? 0), (here?.y ?? 0) - (before?.y ?? 0))).toBeGreaterThanOrEqual(2);
  }
});
