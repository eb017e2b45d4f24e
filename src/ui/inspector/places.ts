import { sizeOf, type Shape } from '../../engine';
import { cellName, tableOf } from '../../draw/charts/cells';
import type { Cell } from '../../draw/heatMap';

/** The row and column, in the tensor seen as a table, of the cell at an offset. */
export function cellAt(shape: Shape, offset: number): Cell {
  const columns = Math.max(1, tableOf(shape).columns);
  return { row: Math.floor(offset / columns), column: offset % columns };
}

/** The offset of a cell of the tensor seen as a table. */
export function offsetOf(shape: Shape, { row, column }: Cell): number {
  return row * tableOf(shape).columns + column;
}

/** Where an offset lies, in words, counted from 1: `row 4, column 3`; empty for a tensor of a single cell. */
export function placeName(shape: Shape, offset: number): string {
  if (sizeOf(shape) === 1) return '';
  const { row, column } = cellAt(shape, offset);
  return cellName(shape, row, column);
}

/** A number's whereabouts in a sentence or a tooltip: `X, row 4, column 3`. */
export function fullPlaceName(name: string, shape: Shape, offset: number): string {
  const place = placeName(shape, offset);
  return place === '' ? name : `${name}, ${place}`;
}
