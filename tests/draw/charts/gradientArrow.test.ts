import { describe, expect, test } from 'vitest';
import { arrowPath, downhill } from '../../../src/draw/charts/gradientArrow';

describe('downhill', () => {
  test('points against the gradient, y upwards', () => {
    expect(downhill({ x: 1, y: 0 }, { x: 1, y: 1 }, 1)).toEqual({ x: -36, y: 0 });
    expect(downhill({ x: 0, y: 5 }, { x: 1, y: 1 }, 1)).toEqual({ x: -0, y: 36 });
  });

  test('follows the step on the screen, where the axes have different scales', () => {
    // A step of −1 in both inputs is 10 pixels to the left and 100 down.
    const step = downhill({ x: 1, y: 1 }, { x: 0.1, y: 0.01 }, 1);
    expect((step?.y ?? NaN) / (step?.x ?? NaN)).toBeCloseTo(-10, 12);
  });

  test('is short where it is nearly level, and missing on level ground and where anything is unknown', () => {
    const lengths = [1e3, 1, 0.01, 1e-5].map((steepness) => -(downhill({ x: 1, y: 0 }, { x: 1, y: 1 }, steepness)?.x ?? NaN));
    expect(lengths[0]).toBe(lengths[1]);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(downhill({ x: 1, y: 0 }, { x: 1, y: 1 }, 1e-9)).toBeNull();
    expect(downhill({ x: 0, y: 0 }, { x: 1, y: 1 }, 1)).toBeNull();
    expect(downhill({ x: NaN, y: 1 }, { x: 1, y: 1 }, NaN)).toBeNull();
  });

  test('is as long as it should be for the largest and the least gradients', () => {
    for (const size of [1e300, 1e-300]) {
      const step = downhill({ x: 3 * size, y: 4 * size }, { x: 1, y: 1 }, 1);
      expect(Math.hypot(step?.x ?? NaN, step?.y ?? NaN)).toBeCloseTo(36, 9);
    }
  });
});

test('arrowPath begins outside of the point and ends at the end of the step', () => {
  expect(arrowPath({ x: 100, y: 50 }, { x: 20, y: 0 })).toBe('M106 50L120 50M113 45.1L120 50L113 54.9');
});
