import { expect, test } from 'vitest';
import { nearestPoint, scatterDomains, scatterWords } from '../../../src/draw/charts/scatterPoints';

const identity = (value: number): number => value;

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
