import { interpolateLab } from 'd3';
import type { PlotFrame } from './axes';
import { unknownRuns, type Field } from './field';
import { Isolines } from './isolines';

/** What fields are painted with. */
export interface Ramp {
  /** Below the lowest level, and above the highest. */
  readonly low: string;
  readonly high: string;
  /** The lines between. */
  readonly line: string;
}

/** The colours of all bands, the lowest first: one more than there are levels. */
export function bandColours({ low, high }: Ramp, levels: number): string[] {
  const colour = interpolateLab(low, high);
  return Array.from({ length: levels + 1 }, (_, band) => colour(levels === 0 ? 0 : band / levels));
}

/** Cells that are not known are cleared with a margin, so that neither a seam nor a line along their edge stays. */
const MARGIN = 0.8;

/** Its arrays are made once for each size of grid. */
const isolines = new Isolines();

/** Paints a field as bands between levels with lines between them; cells that are not known stay clear. */
export function paintField(
  context: CanvasRenderingContext2D,
  field: Field,
  levels: readonly number[],
  ramp: Ramp,
  frame: PlotFrame,
): void {
  const { columns, rows } = field;
  const { left, right, top, bottom } = frame;
  const colours = bandColours(ramp, levels.length);
  isolines.take(field);
  const [stepX, stepY] = [(right - left) / (columns - 1), (bottom - top) / (rows - 1)];

  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.fillStyle = colours[0] ?? ramp.low;
  context.fillRect(left, top, right - left, bottom - top);
  context.strokeStyle = ramp.line;
  context.lineWidth = 0.75;
  levels.forEach((level, index) => {
    context.beginPath();
    // A path keeps the places that it was drawn at; the line's width is that of the scale in which it is stroked.
    context.save();
    context.translate(left, bottom);
    context.scale(stepX, -stepY);
    isolines.trace(level, context);
    context.restore();
    context.fillStyle = colours[index + 1] ?? ramp.high;
    context.fill('evenodd');
    context.stroke();
  });
  for (const { row, from, to } of unknownRuns(field)) {
    const [x, y] = [left + from * stepX, bottom - (row + 1) * stepY];
    context.clearRect(x - MARGIN, y - MARGIN, (to - from) * stepX + 2 * MARGIN, stepY + 2 * MARGIN);
  }
  context.restore();
}
