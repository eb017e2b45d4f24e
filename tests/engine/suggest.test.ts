import { describe, expect, test } from 'vitest';
import { nearestName, OPS } from '../../src/engine';

const names = OPS.map((op) => op.name);

describe('nearestName', () => {
  test.each([
    ['sigmoud', 'sigmoid'],
    ['sigmoi', 'sigmoid'],
    ['sigmooid', 'sigmoid'],
    ['sigmiod', 'sigmoid'],
    ['sgmiod', 'sigmoid'],
    ['Linear', 'linear'],
    ['LIENAR', 'linear'],
    ['mxa', 'max'],
  ])('of %s is %s', (misspelt, meant) => {
    expect(nearestName(misspelt, names)).toBe(meant);
  });

  test.each(['convolve', 'x', '', 'lo', 'sgmd', 'softmax'])('of "%s" is nothing: that would be guessing', (name) => {
    expect(nearestName(name, names)).toBeUndefined();
  });

  test('prefers the candidate with fewer edits, and the first of equals', () => {
    expect(nearestName('weight', ['weighed', 'weights', 'weighty'])).toBe('weights');
  });
});
