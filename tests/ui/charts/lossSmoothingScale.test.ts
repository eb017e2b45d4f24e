import { expect, test } from 'vitest';
import { placeOfSmoothing, smoothingAt } from '../../../src/ui/charts/lossSmoothingScale';

test('smoothingAt goes from none to 0.99, evenly in the logarithm of the memory', () => {
  expect([0, 50, 100].map(smoothingAt)).toEqual([0, 0.9, 0.99]);
  for (let place = 1; place <= 100; place++) expect(smoothingAt(place)).toBeGreaterThan(smoothingAt(place - 1));
});

test('placeOfSmoothing undoes smoothingAt at every place of the slider', () => {
  for (let place = 0; place <= 100; place++) expect(placeOfSmoothing(smoothingAt(place))).toBe(place);
});
