import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampledSteps } from '../../../src/training/samples/sampledSteps';

describe('sampledSteps', () => {
  test('are as many as asked for, in order, each once, evenly spaced to a step, with the first and the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 2, max: 64 }), (last, count) => {
        const steps = [...sampledSteps(last, count)];
        expect(steps).toHaveLength(Math.min(last, count));
        expect(steps.at(-1)).toBe(last);
        if (last > 1) expect(steps[0]).toBe(1);
        const gap = (last - 1) / (steps.length - 1);
        for (let index = 1; index < steps.length; index++) {
          const between = (steps[index] ?? NaN) - (steps[index - 1] ?? NaN);
          expect(between).toBeGreaterThan(0);
          expect(Math.abs(between - gap)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('are never more than 64, and the last one alone if only one is wanted', () => {
    expect(sampledSteps(1000, 500)).toHaveLength(64);
    expect([...sampledSteps(1000, 1)]).toEqual([1000]);
  });
});
