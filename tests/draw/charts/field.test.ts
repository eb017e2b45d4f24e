import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unknownRuns, valueInField } from '../../../src/draw/charts/field';

describe('valueInField', () => {
  const [columns, rows] = [5, 4];
  const f = (x: number, y: number): number => 2 + 3 * x - y + 0.5 * x * y;
  const grid = Float64Array.from({ length: columns * rows }, (_, cell) => f((cell % columns) - 1, Math.floor(cell / columns) * 2));
  const field = { xRange: [-1, 3], yRange: [0, 6], columns, rows, grid } as const;

  test('is exact for a function that is linear in each input', () => {
    const [x, y] = [fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true })];
    fc.assert(
      fc.property(x, y, (atX, atY) => {
        expect(valueInField(field, atX, atY)).toBeCloseTo(f(atX, atY), 10);
      }),
    );
  });

  test('is NaN outside and beside what is not known', () => {
    expect([valueInField(field, -1.1, 0), valueInField(field, 0, 6.1)]).toEqual([NaN, NaN]);
    const holed = { ...field, grid: grid.map((value, cell) => (cell === 0 ? NaN : value)) };
    expect([valueInField(holed, -0.5, 1), valueInField(holed, 0, 0)]).toEqual([NaN, f(0, 0)]);
  });
});

describe('unknownRuns', () => {
  const fieldOf = (columns: number, grid: readonly number[]) => ({
    xRange: [0, 1] as const,
    yRange: [0, 1] as const,
    columns,
    rows: grid.length / columns,
    grid: Float64Array.from(grid),
  });

  test('are the cells around a point that is not known', () => {
    const grid = [0, 0, 0, 0, 0, NaN, 0, 0, 0, 0, 0, 0];
    expect(unknownRuns(fieldOf(4, grid))).toEqual([
      { row: 0, from: 0, to: 2 },
      { row: 1, from: 0, to: 2 },
    ]);
  });

  test('reach to the right edge, and are none where all is known', () => {
    expect(unknownRuns(fieldOf(3, [0, 0, Infinity, 0, 0, 0]))).toEqual([{ row: 0, from: 1, to: 2 }]);
    expect(unknownRuns(fieldOf(3, [NaN, NaN, NaN, NaN, NaN, NaN]))).toEqual([{ row: 0, from: 0, to: 2 }]);
    expect(unknownRuns(fieldOf(3, [1, 2, 3, 4, 5, 6]))).toEqual([]);
  });

  test('agree with a plain look at all four corners of every cell', () => {
    const cells = fc.array(fc.constantFrom(1, 2, NaN), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(cells, (grid) => {
        const plain = new Set<string>();
        for (let row = 0; row < 4; row++) {
          for (let column = 0; column < 5; column++) {
            const corners = [0, 1, 6, 7].map((step) => grid[row * 6 + column + step] ?? NaN);
            if (corners.some(Number.isNaN)) plain.add(`${row} ${column}`);
          }
        }
        const found = new Set<string>();
        for (const { row, from, to } of unknownRuns(fieldOf(6, grid))) {
          for (let column = from; column < to; column++) found.add(`${row} ${column}`);
        }
        expect(found).toEqual(plain);
      }),
    );
  });
});
