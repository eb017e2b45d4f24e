import { DIVERGING_BINS, divergingBin, divergingProperty, NONFINITE_BIN } from '../diverging';
import { fitCanvas, readColours } from '../parts/appearance';
import { CHARACTER } from '../parts/lettering';
import type { CellGrid } from './cells';

/** Cells at least this large, in pixels, stand apart from their neighbours; smaller ones would drown in gaps. */
const LEAST_WITH_GAP = 5;
const GAP = 1;
/** Cells at least this high may have their number written in them. */
const LEAST_WITH_NUMBER = 14;

/** Where a drawn cell lies: whole pixels of the screen, so that edges stay sharp, and gaps of one pixel. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a drawn cell, in CSS pixels, on a screen of this density. */
export function cellBox(grid: CellGrid, row: number, column: number, density: number): CellBox {
  const snap = (pixel: number): number => Math.round(pixel * density) / density;
  const x = snap((column * grid.width) / grid.shownColumns);
  const y = snap((row * grid.height) / grid.shownRows);
  const right = snap(((column + 1) * grid.width) / grid.shownColumns);
  const bottom = snap(((row + 1) * grid.height) / grid.shownRows);
  const gapX = grid.width / grid.shownColumns >= LEAST_WITH_GAP && column < grid.shownColumns - 1 ? GAP : 0;
  const gapY = grid.height / grid.shownRows >= LEAST_WITH_GAP && row < grid.shownRows - 1 ? GAP : 0;
  return { x, y, width: right - x - gapX, height: bottom - y - gapY };
}

/**
 * Paints cells on a canvas in the colours of the present theme, with their numbers where those fit; what is not finite is hatched.
 *
 * @param format how a number is written into a cell.
 */
export function paintCells(
  canvas: HTMLCanvasElement,
  grid: CellGrid,
  values: Float64Array,
  extent: number,
  format: (value: number) => string,
): void {
  const context = fitCanvas(canvas, grid.width, grid.height);
  if (context === null) return;
  const names = Array.from({ length: DIVERGING_BINS }, (_, bin) => divergingProperty(bin));
  const palette = readColours(context, canvas, names);
  const [ink = '', ground = '', nonfinite = '', danger = ''] = readColours(context, canvas, [
    '--ink',
    '--ground',
    divergingProperty(NONFINITE_BIN),
    '--danger',
  ]);
  // In the dark theme the two warning colours are too alike to make stripes.
  const stripes = contrast(danger, nonfinite) >= 3 ? danger : ground;
  const letters = palette.map((colour) => (contrast(colour, ink) >= contrast(colour, ground) ? ink : ground));
  const [cellWidth, cellHeight] = [grid.width / grid.shownColumns, grid.height / grid.shownRows];
  const radius = Math.min(cellWidth, cellHeight) >= 8 ? 1.5 : 0;
  const longest = Math.floor((cellWidth - 8) / CHARACTER);
  const numbers = cellHeight >= LEAST_WITH_NUMBER && longest >= 3;
  context.font = `11px ${getComputedStyle(canvas).getPropertyValue('--font-mono')}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < grid.shownRows; row++) {
    for (let column = 0; column < grid.shownColumns; column++) {
      const value = values[row * grid.shownColumns + column] ?? NaN;
      const { x, y, width, height } = cellBox(grid, row, column, devicePixelRatio);
      const bin = divergingBin(value, extent);
      context.fillStyle = bin === NONFINITE_BIN ? nonfinite : (palette[bin] ?? '');
      context.beginPath();
      if (radius > 0) context.roundRect(x, y, width, height, radius);
      else context.rect(x, y, width, height);
      context.fill();
      if (bin === NONFINITE_BIN) hatch(context, x, y, width, height, stripes);
      if (!numbers || bin === NONFINITE_BIN) continue;
      const text = format(value);
      if (text.length > longest) continue;
      context.fillStyle = letters[bin] ?? ink;
      context.fillText(text, x + width / 2, y + height / 2 + 0.5);
    }
  }
}

/** Strokes at 45 degrees across a box: a mark that does not rest on colour alone. */
function hatch(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.beginPath();
  for (let shift = -height + 2; shift < width; shift += 5) {
    context.moveTo(x + shift, y + height);
    context.lineTo(x + shift + height, y);
  }
  context.stroke();
  context.restore();
}

/** The contrast ratio of two colours written `#rrggbb`, by WCAG 2's definition; 1 if one is written otherwise. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((first, second) => second - first);
  return light === undefined || dark === undefined || Number.isNaN(light + dark) ? 1 : (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return /^#[0-9a-f]{6}$/i.test(colour) ? 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) : NaN;
}
