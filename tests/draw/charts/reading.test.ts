import { expect, test, vi } from 'vitest';
import { leisurely } from '../../../src/draw/charts/leisure';
import { targetOf } from '../../../src/draw/charts/readOut';
import { nearestPoint, scatterDomains, scatterWords } from '../../../src/draw/charts/scatterPoints';

const identity = (value: number): number => value;

test('targetOf goes by strides with the arrows, by pages with the page keys, and to the ends', () => {
  const range = { min: 1, max: 4600, stride: 10, page: 46 };
  expect(['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) => targetOf(key, 100, range))).toEqual([
    90, 110, 54, 146, 1, 4600, null,
  ]);
});

test('nearestPoint finds the nearest point within reach, and passes over what is not finite', () => {
  const [truth, predicted] = [[10, 20, 21], [10, 20, NaN]];
  expect(nearestPoint(truth, predicted, identity, identity, 19, 21)).toBe(1);
  expect(nearestPoint(truth, predicted, identity, identity, 400, 21)).toBeNull();
  expect(nearestPoint([], [], identity, identity, 0, 0)).toBeNull();
});

test('scatterDomains have the true values on both axes, and all finite predictions on the vertical one', () => {
  expect(scatterDomains([5, 50], [10, 20])).toEqual({ x: [5, 50], y: [5, 50] });
  expect(scatterDomains([5, 50], [-7, 80, NaN, Infinity])).toEqual({ x: [5, 50], y: [-7, 80] });
  expect(scatterDomains([], [])).toEqual({ x: [0, 1], y: [0, 1] });
});

test('scatterWords tell one row, counted from 1', () => {
  expect(scatterWords(36, Float64Array.of(...Array.from({ length: 37 }, () => 22.5)), new Float64Array(37).fill(-19.8))).toBe(
    'row 37: true 22.5, predicted −19.8',
  );
});

test('leisurely works at once, then once an interval, and never leaves the last request undone', () => {
  vi.useFakeTimers();
  let done = 0;
  const work = leisurely(1000, () => done++);
  for (let request = 0; request < 50; request++) work.request();
  expect(done).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(done).toBe(2);
  vi.advanceTimersByTime(5000);
  expect(done).toBe(2);
  work.request();
  work.request();
  work.cancel();
  vi.advanceTimersByTime(5000);
  expect(done).toBe(3);
  vi.useRealTimers();
});
