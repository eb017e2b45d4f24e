import type { Tensor } from '../../engine/tensor';
import { tableOf } from '../../scene/table';
import { DIVERGING_BINS, NONFINITE_BIN, divergingBin, symmetricExtent } from '../diverging';

/** A rectangle in a node's own coordinates. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many rows and columns are drawn at most; a larger tensor is shown by the means of its blocks. */
const MOST_CELLS = 14;

/** How many paths a thumbnail has: one for each colour, and the last for what is not finite. */
export const THUMBNAIL_PATHS = DIVERGING_BINS + 1;

const STRIP_HEIGHT = 11;

/**
 * A tensor as a small heat map: all cells of one colour make one path, so that a matrix of any size is sixteen paths
 * and a change of theme is a matter of the style sheet. Leading axes are laid under one another as rows.
 */
export function thumbnailPaths({ shape, data }: Tensor, area: Area): string[] {
  const { rows, columns } = tableOf(shape);
  const blocks = blocksOf(data, rows, columns);
  const extent = symmetricExtent(blocks.means);
  const strip = shape.length === 1 ? Math.min(STRIP_HEIGHT, area.height) : area.height;
  const top = area.y + (area.height - strip) / 2;
  const [cellWidth, cellHeight] = [area.width / blocks.columns, strip / blocks.rows];
  const gapX = gapFor(cellWidth, blocks.columns);
  const gapY = gapFor(cellHeight, blocks.rows);

  const paths = new Array<string>(THUMBNAIL_PATHS).fill('');
  blocks.means.forEach((mean, cell) => {
    const bin = divergingBin(mean, extent);
    const x = area.x + (cell % blocks.columns) * cellWidth + gapX / 2;
    const y = top + Math.floor(cell / blocks.columns) * cellHeight + gapY / 2;
    const [width, height] = [cellWidth - gapX, cellHeight - gapY];
    const path = bin === NONFINITE_BIN ? DIVERGING_BINS : bin;
    paths[path] = `${paths[path] ?? ''}M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  });
  return paths;
}

interface Blocks {
  readonly rows: number;
  readonly columns: number;
  readonly means: Float64Array;
}

/** Means over blocks of nearly equal size; a block with a cell that is not finite is not finite. */
function blocksOf(data: Float64Array, rows: number, columns: number): Blocks {
  const [drawnRows, drawnColumns] = [Math.min(rows, MOST_CELLS), Math.min(columns, MOST_CELLS)];
  const sums = new Float64Array(drawnRows * drawnColumns);
  const counts = new Float64Array(drawnRows * drawnColumns);
  for (let row = 0; row < rows; row++) {
    const blockRow = Math.floor((row * drawnRows) / rows);
    for (let column = 0; column < columns; column++) {
      const block = blockRow * drawnColumns + Math.floor((column * drawnColumns) / columns);
      sums[block] = (sums[block] ?? 0) + (data[row * columns + column] ?? 0);
      counts[block] = (counts[block] ?? 0) + 1;
    }
  }
  return { rows: drawnRows, columns: drawnColumns, means: sums.map((sum, block) => sum / (counts[block] ?? 1)) };
}

function gapFor(cell: number, cells: number): number {
  return cells === 1 ? 0 : Math.min(1.2, cell * 0.22);
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
