import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineThrough, sectionPath } from '../../../src/draw/charts/sectionPaths';

const identity = (value: number): number => value;

describe('sectionPath', () => {
  test('breaks where a sample is not finite, and makes a lone one visible', () => {
    expect(sectionPath({ from: 0, to: 4, samples: [1, 2, NaN, 3, Infinity] }, [0, 5], identity, identity)).toBe(
      'M0 1L1 2M3 3h0',
    );
  });

  test('does not draw a pole as a line, but a steep rise inside the domain', () => {
    const samples = [-1, -9, 9, 1];
    expect(sectionPath({ from: 0, to: 3, samples }, [-5, 5], identity, identity)).toBe('M0 -1L1 -9M2 9L3 1');
    expect(sectionPath({ from: 0, to: 3, samples }, [-10, 10], identity, identity)).toBe('M0 -1L1 -9L2 9L3 1');
  });

  test('keeps its coordinates near the plot', () => {
    const path = sectionPath({ from: 0, to: 2, samples: [0, 1e300, 0] }, [0, 1], identity, identity);
    expect(path).toBe('M0 0L1 10000L2 0');
  });
});

describe('lineThrough', () => {
  const frame = { left: 0, right: 100, top: 0, bottom: 50 };

  test('goes from edge to edge', () => {
    expect(lineThrough(50, 25, 0, frame)).toEqual({ x1: 0, y1: 25, x2: 100, y2: 25 });
    expect(lineThrough(50, 25, 1, frame)).toEqual({ x1: 25, y1: 0, x2: 75, y2: 50 });
    expect(lineThrough(50, 25, -0.25, frame)).toEqual({ x1: 0, y1: 37.5, x2: 100, y2: 12.5 });
  });

  test('is upright where it is steeper than doubles can tell', () => {
    expect(lineThrough(50, 25, 1e300, frame)).toEqual({ x1: 50, y1: 0, x2: 50, y2: 50 });
  });

  test('is null if it misses the plot or is not known', () => {
    expect(lineThrough(50, -10, 0, frame)).toBeNull();
    expect(lineThrough(50, -200, 1, frame)).toBeNull();
    expect(lineThrough(NaN, 0, 1, frame)).toBeNull();
    expect(lineThrough(50, 25, Infinity, frame)).toBeNull();
  });

  test('stays in the plot and keeps its slope, whatever it is', () => {
    const inside = fc.record({ x: fc.double({ min: 0, max: 100, noNaN: true }), y: fc.double({ min: 0, max: 50, noNaN: true }) });
    fc.assert(
      fc.property(inside, fc.double({ min: -20, max: 20, noNaN: true }), ({ x, y }, slope) => {
        const ends = lineThrough(x, y, slope, frame);
        if (ends === null) throw new Error('a line through a point of the plot must not be missing');
        const { x1, y1, x2, y2 } = ends;
        expect(Math.min(x1, y1, x2, y2)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x1, x2)).toBeLessThanOrEqual(100);
        expect(Math.max(y1, y2)).toBeLessThanOrEqual(50);
        expect(y2 - y1).toBeCloseTo(slope * (x2 - x1), 6);
      }),
    );
  });
});
