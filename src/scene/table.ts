import { sizeOf, type Shape } from '../engine/shape';

/** How many rows and columns a tensor has as a table. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A tensor as a table: a scalar has one cell, a vector is one row, and beyond a matrix all axes but the last are
 * flattened into rows. One without cells has neither rows nor columns.
 */
export function tableOf(shape: Shape): Table {
  const columns = shape.at(-1) ?? 1;
  const rows = sizeOf(shape.slice(0, -1));
  return { rows: columns === 0 ? 0 : rows, columns: rows === 0 ? 0 : columns };
}

/** A cell of the tensor in words, counted from 1: `row 4, column 3`, `cell 3` of a vector, `cell 1, 2, 3` beyond a matrix. */
export function cellName(shape: Shape, row: number, column: number): string {
  if (shape.length === 0) return 'value';
  if (shape.length === 1) return `cell ${column + 1}`;
  if (shape.length === 2) return `row ${row + 1}, column ${column + 1}`;
  const index = [column + 1];
  let rest = row;
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    const length = shape[axis] ?? 1;
    index.unshift((rest % length) + 1);
    rest = Math.floor(rest / length);
  }
  return `cell ${index.join(', ')}`;
}
