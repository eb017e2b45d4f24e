import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Isolines } from '../../../src/draw/charts/isolines';

type Point = readonly [x: number, y: number];

/** The rings of a level, in columns and rows of the grid. */
function ringsOf(columns: number, rows: number, f: (x: number, y: number) => number, level: number): Point[][] {
  const grid = Float64Array.from({ length: columns * rows }, (_, cell) => f(cell % columns, Math.floor(cell / columns)));
  const isolines = new Isolines();
  isolines.take({ xRange: [0, 1], yRange: [0, 1], columns, rows, grid });
  const rings: Point[][] = [];
  isolines.trace(level, {
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)?.push([x, y]),
    closePath: () => undefined,
  });
  return rings;
}

/** The area of a ring by Gauss's formula: above 0 if it runs anticlockwise. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

describe('Isolines.trace', () => {
  test('draws a cone as a circle, the higher ground on its left', () => {
    const cone = (x: number, y: number): number => 100 - Math.hypot(x - 30, y - 30);
    const [ring = [], ...others] = ringsOf(61, 61, cone, 80);
    expect(others).toEqual([]);
    for (const [x, y] of ring) expect(Math.hypot(x - 30, y - 30)).toBeCloseTo(20, 1);
    expect(areaOf(ring)).toBeCloseTo(Math.PI * 400, -1);
  });

  test('draws a plane as a straight line where it should be, closed outside of the grid', () => {
    const [ring = [], ...others] = ringsOf(20, 10, (x) => 2 * x, 13);
    expect(others).toEqual([]);
    for (const [x, y] of ring) {
      const outside = x > 19 || y < 0 || y > 9;
      expect(outside || x === 6.5).toBe(true);
    }
    expect(ring.filter(([x]) => x === 6.5)).toHaveLength(10);
  });

  test('leaves a hole around a hollow: a ring that runs the other way', () => {
    const areas = ringsOf(21, 21, (x, y) => Math.hypot(x - 10, y - 10), 5).map(areaOf);
    expect(areas).toHaveLength(2);
    // Half a cell around the grid, less its four corners.
    expect(Math.max(...areas)).toBeCloseTo(21 * 21 - 4 / 8, 12);
    expect(Math.min(...areas)).toBeCloseTo(-Math.PI * 25, -1);
  });

  test('counts what is not known as below', () => {
    const rings = ringsOf(5, 5, (x, y) => (x === 2 && y === 2 ? NaN : 1), 0);
    expect(rings).toHaveLength(2);
    expect(Math.min(...rings.map(areaOf))).toBeCloseTo(-0.5, 12);
    expect(ringsOf(5, 5, () => NaN, 0)).toEqual([]);
    expect(ringsOf(5, 5, () => Infinity, 0)).toEqual([]);
  });

  test('joins opposite corners of a cell if the middle is above, and parts them if not', () => {
    const saddle = (height: number) => (x: number, y: number) => (x === y ? height : 0);
    expect(ringsOf(2, 2, saddle(3), 1)).toHaveLength(1);
    expect(ringsOf(2, 2, saddle(1.5), 1)).toHaveLength(2);
  });

  test('has closed rings of short steps around exactly the points above, whatever the grid', () => {
    const grids = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(NaN)), { minLength: 42, maxLength: 42 });
    fc.assert(
      fc.property(grids, (grid) => {
        const rings = ringsOf(7, 6, (x, y) => grid[y * 7 + x] ?? NaN, 0.5);
        for (const ring of rings) {
          ring.forEach(([x, y], index) => {
            const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [NaN, NaN];
            expect(Math.max(Math.abs(nextX - x), Math.abs(nextY - y))).toBeLessThanOrEqual(1);
          });
        }
        for (let cell = 0; cell < grid.length; cell++) {
          // Even-odd: a ray to the right from the point meets the rings an odd number of times if it is inside. Slightly
          // above the row, it meets no corner of a ring, and no ring lies between it and the point.
          const [px, py] = [cell % 7, Math.floor(cell / 7) + 1e-9];
          let crossings = 0;
          for (const ring of rings) {
            ring.forEach(([x, y], index) => {
              const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [NaN, NaN];
              if (y > py !== nextY > py && x + ((py - y) / (nextY - y)) * (nextX - x) > px) crossings++;
            });
          }
          expect(crossings % 2 === 1).toBe((grid[cell] ?? NaN) >= 0.5);
        }
      }),
    );
  });
});
