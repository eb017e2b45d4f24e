import { sizeOf, type Shape } from '../engine/shape';
import { cellName, tableOf } from './table';

/** What the rows and columns of a matrix stand for, where they have names: the features of a data set. */
export interface AxisNames {
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
}

/** A cell of a tensor seen as a table, counted from 0. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The row and column, in the tensor seen as a table, of the cell at an offset. */
export function cellAt(shape: Shape, offset: number): Cell {
  const columns = Math.max(1, tableOf(shape).columns);
  return { row: Math.floor(offset / columns), column: offset % columns };
}

/** The offset of a cell of the tensor seen as a table. */
export function offsetOf(shape: Shape, { row, column }: Cell): number {
  return row * tableOf(shape).columns + column;
}

/**
 * Where an offset lies, in words: `row 4, column 3`, counted from 1, or `row 4, column rm` where columns have names;
 * empty for a tensor of a single cell.
 */
export function placeName(shape: Shape, offset: number, names: AxisNames = {}): string {
  if (sizeOf(shape) === 1) return '';
  const { row, column } = cellAt(shape, offset);
  const [rowTitle, columnTitle] = [names.rows?.[row], names.columns?.[column]];
  if (shape.length !== 2 || (rowTitle === undefined && columnTitle === undefined)) return cellName(shape, row, column);
  return `row ${rowTitle ?? row + 1}, column ${columnTitle ?? column + 1}`;
}

/** The same within a sentence: `in row 4, column 3`, `at cell 3`. */
export function placePhrase(shape: Shape, offset: number, names?: AxisNames): string {
  const place = placeName(shape, offset, names);
  return place === '' ? '' : `${shape.length === 2 ? 'in' : 'at'} ${place}`;
}

/** A number's whereabouts in a sentence or a tooltip: `X, row 4, column 3`. */
export function fullPlaceName(name: string, shape: Shape, offset: number, names?: AxisNames): string {
  const place = placeName(shape, offset, names);
  return place === '' ? name : `${name}, ${place}`;
}
