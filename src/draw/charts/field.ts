import type { Domain } from './domain';

/** A function of two variables on an even grid that includes the ends of both ranges. */
export interface Field {
  readonly xRange: Domain;
  readonly yRange: Domain;
  readonly columns: number;
  readonly rows: number;
  /** Row by row, the row of the least y first. What is not finite counts as not known. */
  readonly grid: Float64Array;
}

/** The function between the grid's points, by bilinear interpolation; NaN where a point that counts is not known, and outside. */
export function valueInField({ xRange, yRange, columns, rows, grid }: Field, x: number, y: number): number {
  const [column, xShare] = split(x, xRange, columns);
  const [row, yShare] = split(y, yRange, rows);
  if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return NaN;
  const across = (atRow: number): number => {
    const here = grid[atRow * columns + column] ?? NaN;
    return xShare === 0 ? here : here * (1 - xShare) + (grid[atRow * columns + column + 1] ?? NaN) * xShare;
  };
  const value = yShare === 0 ? across(row) : across(row) * (1 - yShare) + across(row + 1) * yShare;
  return Number.isFinite(value) ? value : NaN;
}

/** A run of neighbouring cells in one row of a grid; a cell lies between four points and has its lower left one's numbers. */
export interface CellRun {
  readonly row: number;
  readonly from: number;
  /** The column after the last one. */
  readonly to: number;
}

/** The cells of a field that cannot be drawn, since one of their four corners is not known. */
export function unknownRuns({ columns, rows, grid }: Field): CellRun[] {
  const runs: CellRun[] = [];
  const unknownAt = (row: number, column: number): boolean =>
    !Number.isFinite(grid[row * columns + column]) || !Number.isFinite(grid[(row + 1) * columns + column]);
  for (let row = 0; row < rows - 1; row++) {
    let from = -1;
    let left = unknownAt(row, 0);
    for (let column = 0; column < columns; column++) {
      const right = column + 1 < columns && unknownAt(row, column + 1);
      const unknown = column + 1 < columns && (left || right);
      left = right;
      if (unknown && from < 0) from = column;
      if (!unknown && from >= 0) {
        runs.push({ row, from, to: column });
        from = -1;
      }
    }
  }
  return runs;
}

function split(value: number, [from, to]: Domain, count: number): [place: number, share: number] {
  const at = ((value - from) / (to - from)) * (count - 1);
  const place = Math.floor(at);
  return [place, at - place];
}
