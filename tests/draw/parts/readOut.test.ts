import { expect, test } from 'vitest';
import { targetOf } from '../../../src/draw/parts/readOut';

test('targetOf goes by strides with the arrows, by pages with the page keys, and to the ends', () => {
  const range = { min: 1, max: 4600, stride: 10, page: 46 };
  expect(['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) => targetOf(key, 100, range))).toEqual([
    90, 110, 54, 146, 1, 4600, null,
  ]);
});
