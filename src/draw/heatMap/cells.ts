import type { Shape } from '../../engine/shape';
import { formatNumber } from '../../scene/format';
import { cellName, tableOf } from '../../scene/table';

/** How a tensor's cells are laid out, and which of them share one drawn cell (a block). */
export interface CellGrid {
  /** The tensor as a table. */
  readonly rows: number;
  readonly columns: number;
  /** How many rows and columns of the tensor one drawn cell stands for. */
  readonly blockRows: number;
  readonly blockColumns: number;
  /** How many cells are drawn. */
  readonly shownRows: number;
  readonly shownColumns: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Below this, in pixels, cells are summed up in blocks. */
const LEAST_CELL = 3;
/** No drawing is higher. */
const MOST_HEIGHT = 220;
/** A row's height, where there is room: few rows are higher, so that a bar is not a line. */
const ROW = 12;
const FEW_ROWS_HEIGHT = 132;
const HIGHEST_ROW = 24;
/** A single cell is not stretched to the whole width. */
const WIDEST_SCALAR = 72;

/** Lays a tensor's cells out in a given width. */
export function layoutCells(shape: Shape, available: number): CellGrid {
  const { rows, columns } = tableOf(shape);
  if (rows === 0) {
    return { rows, columns, blockRows: 1, blockColumns: 1, shownRows: 0, shownColumns: 0, width: 0, height: 0 };
  }
  const width = rows * columns === 1 ? Math.min(WIDEST_SCALAR, available) : available;
  const rowHeight = Math.min(HIGHEST_ROW, Math.max(ROW, FEW_ROWS_HEIGHT / rows));
  const blockRows = Math.ceil(rows / Math.floor(MOST_HEIGHT / LEAST_CELL));
  const blockColumns = Math.ceil(columns / Math.max(1, Math.floor(width / LEAST_CELL)));
  const shownRows = Math.ceil(rows / blockRows);
  const shownColumns = Math.ceil(columns / blockColumns);
  const height = Math.round(Math.min(MOST_HEIGHT, shownRows * rowHeight));
  return { rows, columns, blockRows, blockColumns, shownRows, shownColumns, width, height };
}

/**
 * The value of every drawn cell, row by row: the tensor's own, or the mean of a block. One cell that is not finite makes
 * its block so: a NaN must not hide among its neighbours.
 */
export function shownValues(data: ArrayLike<number>, grid: CellGrid): Float64Array {
  const { rows, columns, blockRows, blockColumns, shownRows, shownColumns } = grid;
  const values = new Float64Array(shownRows * shownColumns);
  for (let shownRow = 0; shownRow < shownRows; shownRow++) {
    const rowEnd = Math.min(rows, (shownRow + 1) * blockRows);
    for (let shownColumn = 0; shownColumn < shownColumns; shownColumn++) {
      const columnEnd = Math.min(columns, (shownColumn + 1) * blockColumns);
      let sum = 0;
      let cells = 0;
      for (let row = shownRow * blockRows; row < rowEnd; row++) {
        for (let column = shownColumn * blockColumns; column < columnEnd; column++) {
          sum += data[row * columns + column] ?? NaN;
          cells++;
        }
      }
      values[shownRow * shownColumns + shownColumn] = sum / cells;
    }
  }
  return values;
}

/** Whether drawn cells stand for several of the tensor's. */
function isSummarised(grid: CellGrid): boolean {
  return grid.blockRows > 1 || grid.blockColumns > 1;
}

/** A drawn cell in words: the cell's name, or the block's rows and columns. */
export function shownCellName(shape: Shape, grid: CellGrid, shownRow: number, shownColumn: number): string {
  const row = shownRow * grid.blockRows;
  const column = shownColumn * grid.blockColumns;
  if (!isSummarised(grid)) return cellName(shape, row, column);
  const rowSpan = span('row', row, Math.min(grid.rows, row + grid.blockRows));
  const columnSpan = span(shape.length < 2 ? 'cell' : 'column', column, Math.min(grid.columns, column + grid.blockColumns));
  return `mean of ${shape.length < 2 ? columnSpan : `${rowSpan}, ${columnSpan}`}`;
}

/** What has to be said beside the picture: that it is empty, or summarised. Empty if nothing. */
export function cellsCaption(grid: CellGrid): string {
  if (grid.rows === 0) return 'no cells';
  return isSummarised(grid) ? `each cell shows the mean of ${grid.blockRows} × ${grid.blockColumns} values` : '';
}

/** The whole tensor in words: what it is, its shape, its range. */
export function cellsSummary(label: string, shape: Shape, data: ArrayLike<number>): string {
  const words = [label, shape.length === 0 ? 'scalar' : shape.join(' by ')];
  let low = Infinity;
  let high = -Infinity;
  for (let cell = 0; cell < data.length; cell++) {
    const value = data[cell] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) words.push(formatNumber(low));
  else if (low < high) words.push(`from ${formatNumber(low)} to ${formatNumber(high)}`);
  const lost = countNonFinite(data);
  if (lost > 0) words.push(`${lost} not finite`);
  return words.join(', ');
}

function countNonFinite(data: ArrayLike<number>): number {
  let lost = 0;
  for (let cell = 0; cell < data.length; cell++) if (!Number.isFinite(data[cell])) lost++;
  return lost;
}

function span(noun: string, from: number, end: number): string {
  return end - from === 1 ? `${noun} ${from + 1}` : `${noun}s ${from + 1} to ${end}`;
}
