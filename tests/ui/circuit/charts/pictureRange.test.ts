import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { pictureRange } from '../../../../src/ui/circuit/charts/pictureRange';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('pictureRange', () => {
  test('gives the slider’s own range as long as pictures can reckon with it', () => {
    expect(pictureRange({ min: -5, max: 5 })).toEqual([-5, 5]);
    expect(pictureRange({ min: 1e301, max: 1e301 + 1e290 })).toEqual([1e301, 1e301 + 1e290]);
  });

  test('gives of a longer one what lies around 0', () => {
    expect(pictureRange({ min: -1e308, max: 1e308 })).toEqual([-5e299, 5e299]);
    expect(pictureRange({ min: 0, max: 1e308 })).toEqual([0, 1e300]);
    expect(pictureRange({ min: -1e308, max: -1e307 })[1]).toBe(-1e307);
  });

  test('gives a range inside the slider’s whose length can be multiplied by a million', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a !== b);
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = pictureRange({ min, max });
        expect(from).toBeGreaterThanOrEqual(min);
        expect(to).toBeLessThanOrEqual(max);
        expect(to).toBeGreaterThan(from);
        expect((to - from) * 1e6).toBeLessThan(Infinity);
      }),
    );
  });
});
