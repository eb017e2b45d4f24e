import type { CellGrid } from './cells';

/** A cell of a tensor seen as a table, counted from 0. A vector is one row; beyond a matrix all axes but the last are rows. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How many rows Page Up and Page Down pass. */
const PAGE = 10;

/**
 * The drawn cell that a key leads to, as in a table: Home and End within the row, with Ctrl to the first and the last
 * cell. Null if the key means nothing here.
 */
export function keyTarget(key: string, ctrl: boolean, { row, column }: Cell, grid: Pick<CellGrid, 'shownRows' | 'shownColumns'>): Cell | null {
  const [lastRow, lastColumn] = [grid.shownRows - 1, grid.shownColumns - 1];
  switch (key) {
    case 'ArrowLeft':
      return clampCell({ row, column: column - 1 }, grid);
    case 'ArrowRight':
      return clampCell({ row, column: column + 1 }, grid);
    case 'ArrowUp':
      return clampCell({ row: row - 1, column }, grid);
    case 'ArrowDown':
      return clampCell({ row: row + 1, column }, grid);
    case 'PageUp':
      return clampCell({ row: row - PAGE, column }, grid);
    case 'PageDown':
      return clampCell({ row: row + PAGE, column }, grid);
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** The drawn cell nearest to a place that may lie outside. */
export function clampCell({ row, column }: Cell, grid: Pick<CellGrid, 'shownRows' | 'shownColumns'>): Cell {
  return {
    row: Math.max(0, Math.min(grid.shownRows - 1, row)),
    column: Math.max(0, Math.min(grid.shownColumns - 1, column)),
  };
}
