import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterDrag, afterKey } from '../../../../src/ui/circuit/inputs/sliderSteps';

const FIVE = { min: -5, max: 5 };

/** Ends as a reader may set them, and a value between them. */
const slider = fc
  .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .filter(([a, b]) => a !== b)
  .map(([a, b, share]) => {
    const [min, max] = [Math.min(a, b), Math.max(a, b)];
    return { min, max, value: Math.min(max, Math.max(min, min * (1 - share) + max * share)) };
  });

describe('afterKey', () => {
  test.each([
    ['ArrowRight', 0.2, 0.3],
    ['ArrowUp', 0.2, 0.3],
    ['ArrowLeft', 0.3, 0.2],
    ['ArrowDown', 0.1, 0],
    ['PageUp', 2, 3],
    ['PageDown', 2, 1],
    ['ArrowRight', 2.249965, 2.349965],
    ['ArrowRight', 4.95, 5],
    ['PageDown', -4.5, -5],
    ['Home', 1, -5],
    ['End', 1, 5],
  ])('moves by a hundredth of the range, by a tenth, or to an end: %s from %d', (key, value, moved) => {
    expect(afterKey(key, value, FIVE)).toBe(moved);
  });

  test.each(['Tab', 'Enter', ' ', 'Escape', '5', 'constructor'])('leaves the key “%s” alone', (key) => {
    expect(afterKey(key, 1, FIVE)).toBeUndefined();
  });

  test('moves from a value outside of the range back to its end', () => {
    expect(afterKey('ArrowLeft', 40, FIVE)).toBe(5);
  });

  test('stays on the slider, whatever its range, and moves there and back to where it was', () => {
    fc.assert(
      fc.property(slider, ({ min, max, value }) => {
        const there = afterKey('ArrowRight', value, { min, max }) ?? NaN;
        expect(there >= min && there <= max).toBe(true);
        expect(there).toBeGreaterThanOrEqual(value - Math.abs(value) * 1e-12);
        const back = afterKey('ArrowLeft', there, { min, max }) ?? NaN;
        const size = Math.max(Math.abs(min), Math.abs(max));
        if (there < max && size > 1e-290) expect(Math.abs(back - value) / size).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('afterDrag', () => {
  test.each([
    [1.23456, FIVE, 1.23],
    [-0.004, FIVE, 0],
    [4.999, FIVE, 5],
    [0.123456, { min: 0, max: 1 }, 0.123],
    [123.456, { min: -500, max: 500 }, 123],
    [123_456_789, { min: -5e8, max: 5e8 }, 123_000_000],
    [1.23456e-7, { min: 0, max: 1e-6 }, 1.23e-7],
  ])('rounds %d to what can be aimed at between %o', (value, ends, rounded) => {
    expect(afterDrag(value, ends)).toBe(rounded);
  });

  test('stays on the slider and within a thousandth of its length from the mouse', () => {
    fc.assert(
      fc.property(slider, ({ min, max, value }) => {
        const dragged = afterDrag(value, { min, max });
        expect(dragged >= min && dragged <= max).toBe(true);
        const error = Math.abs(dragged / 2 - value / 2);
        expect(error).toBeLessThanOrEqual((max / 2000 - min / 2000) * 1.001 + Math.abs(value) * Number.EPSILON + Number.MIN_VALUE);
      }),
    );
  });
});
