import { expect, test } from 'vitest';
import { cellName, tableOf } from '../../src/scene/table';

test('tableOf sees a scalar as one cell, a vector as a row, and flattens leading axes into rows', () => {
  expect(tableOf([])).toEqual({ rows: 1, columns: 1 });
  expect(tableOf([10])).toEqual({ rows: 1, columns: 10 });
  expect(tableOf([2, 3, 4])).toEqual({ rows: 6, columns: 4 });
  expect(tableOf([0, 3])).toEqual({ rows: 0, columns: 0 });
});

test('cellName names cells by row and column, counted from 1', () => {
  expect(cellName([], 0, 0)).toBe('value');
  expect(cellName([10], 0, 2)).toBe('cell 3');
  expect(cellName([11, 10], 3, 2)).toBe('row 4, column 3');
  expect(cellName([2, 3, 4], 5, 1)).toBe('cell 2, 3, 2');
});
