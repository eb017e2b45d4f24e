import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyTarget } from '../../../src/draw/heatMap/cellCursor';
import { cellBox, contrast } from '../../../src/draw/heatMap/cellPaint';
import { cellsCaption, cellsSummary, layoutCells, shownCellName, shownValues } from '../../../src/draw/heatMap/cells';

const sizes = fc.integer({ min: 1, max: 600 });

describe('layoutCells', () => {
  test('draws every cell of 11 × 10, and sums 506 × 64 up', () => {
    expect(layoutCells([11, 10], 290)).toMatchObject({ shownRows: 11, shownColumns: 10, width: 290, height: 132 });
    expect(layoutCells([506, 64], 290)).toMatchObject({ blockRows: 7, blockColumns: 1, shownRows: 73, height: 220 });
    expect(layoutCells([506, 1], 290)).toMatchObject({ blockRows: 7, shownRows: 73, shownColumns: 1 });
  });

  test('keeps cells at three pixels at least and the drawing at 220 at most', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 60, max: 500 }), (rows, columns, width) => {
        const grid = layoutCells([rows, columns], width);
        expect(grid.height).toBeLessThanOrEqual(220);
        expect(grid.height / grid.shownRows).toBeGreaterThanOrEqual(3);
        expect(grid.width / grid.shownColumns).toBeGreaterThanOrEqual(3);
        expect(grid.shownRows * grid.blockRows).toBeGreaterThanOrEqual(rows);
        expect(grid.shownColumns * grid.blockColumns).toBeGreaterThanOrEqual(columns);
      }),
    );
  });

  test('has boxes that tile the drawing without overlap, on whole pixels of the screen', () => {
    const grid = layoutCells([11, 10], 287);
    for (const density of [1, 1.5, 2]) {
      for (let column = 1; column < 10; column++) {
        const [before, here] = [cellBox(grid, 0, column - 1, density), cellBox(grid, 0, column, density)];
        expect(here.x - (before.x + before.width)).toBeCloseTo(1, 9);
        expect(Number.isInteger(Math.round(here.x * density * 1e6) / 1e6)).toBe(true);
      }
    }
  });
});

describe('shownValues', () => {
  test('are the cells themselves, or the means of blocks, also of the smaller blocks at the edge', () => {
    const whole = layoutCells([2, 3], 290);
    expect([...shownValues([1, 2, 3, 4, 5, 6], whole)]).toEqual([1, 2, 3, 4, 5, 6]);
    const tall = layoutCells([506, 1], 290);
    const values = shownValues(Array.from({ length: 506 }, (_, row) => row), tall);
    expect(values[0]).toBe(3);
    expect(values[72]).toBe((504 + 505) / 2);
  });

  test('do not hide a NaN among its neighbours', () => {
    const data = Array.from({ length: 506 }, (_, row) => (row === 10 ? NaN : 1));
    const values = shownValues(data, layoutCells([506, 1], 290));
    expect([...values.subarray(0, 3)]).toEqual([1, NaN, 1]);
  });
});

describe('the words of a heat map', () => {
  test('name a block by what it spans', () => {
    const grid = layoutCells([506, 64], 290);
    expect(shownCellName([506, 64], grid, 1, 2)).toBe('mean of rows 8 to 14, column 3');
    expect(shownCellName([506, 64], grid, 72, 2)).toBe('mean of rows 505 to 506, column 3');
    expect(shownCellName([506], layoutCells([506], 290), 0, 0)).toBe('mean of cells 1 to 6');
    expect(shownCellName([11, 10], layoutCells([11, 10], 290), 3, 2)).toBe('row 4, column 3');
  });

  test('say what the picture leaves out', () => {
    expect(cellsCaption(layoutCells([506, 1], 290))).toBe('each cell shows the mean of 7 × 1 values');
    expect(cellsCaption(layoutCells([3], 290))).toBe('');
    expect(cellsCaption(layoutCells([0, 3], 290))).toBe('no cells');
  });

  test('sum the tensor up', () => {
    expect(cellsSummary('Value of s', [2, 2], [1, -0.5, NaN, 2])).toBe('Value of s, 2 by 2, from −0.5 to 2, 1 not finite');
    expect(cellsSummary('Value of C', [], [8.41])).toBe('Value of C, scalar, 8.41');
  });
});

test('keyTarget moves as in a table and stops at its edges', () => {
  const grid = layoutCells([11, 10], 290);
  const at = { row: 4, column: 3 };
  expect(keyTarget('ArrowLeft', false, at, grid)).toEqual({ row: 4, column: 2 });
  expect(keyTarget('ArrowUp', false, { row: 0, column: 3 }, grid)).toEqual({ row: 0, column: 3 });
  expect(keyTarget('PageDown', false, at, grid)).toEqual({ row: 10, column: 3 });
  expect(keyTarget('End', false, at, grid)).toEqual({ row: 4, column: 9 });
  expect(keyTarget('Home', true, at, grid)).toEqual({ row: 0, column: 0 });
  expect(keyTarget('a', false, at, grid)).toBeNull();
});

test('contrast is 21 between black and white, as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('red', '#ffffff')).toBe(1);
});
