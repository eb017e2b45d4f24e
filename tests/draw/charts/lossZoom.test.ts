import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAST_STEPS, zoomAbout, zoomTo } from '../../../src/draw/charts/lossZoom';

describe('zoomTo', () => {
  test('gives whole steps in order, within those that there are, and never too few', () => {
    const place = fc.double({ min: -100, max: 1100, noNaN: true });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 60, max: 1000 }), (a, b, first, last) => {
        const range = zoomTo(a, b, first, last);
        if (range === null) {
          expect(Math.round(Math.abs(b - a))).toBeGreaterThanOrEqual(last - first);
          return;
        }
        const [from, to] = range;
        expect([Number.isInteger(from), Number.isInteger(to), from >= first, to <= last]).toEqual([true, true, true, true]);
        expect(to - from).toBe(Math.max(LEAST_STEPS, Math.round(Math.abs(b - a))));
      }),
    );
  });

  test('keeps a range that is in sight as it is, from whichever end it was drawn', () => {
    expect([zoomTo(100, 200, 1, 1000), zoomTo(200, 100, 1, 1000)]).toEqual([[100, 200], [100, 200]]);
    expect(zoomTo(0, 2000, 1, 1000)).toBeNull();
  });
});

describe('zoomAbout', () => {
  test('looks twice as close with the step staying in its place', () => {
    expect(zoomAbout(300, 2, [100, 500], 1, 1000)).toEqual([200, 400]);
    expect(zoomAbout(100, 2, [100, 500], 1, 1000)).toEqual([100, 300]);
  });

  test('is undone by looking half as close, and ends at the whole', () => {
    expect(zoomAbout(300, 0.5, [200, 400], 1, 1000)).toEqual([100, 500]);
    expect(zoomAbout(300, 0.5, [100, 700], 1, 1000)).toBeNull();
  });
});
