import { formatCount, formatNumber } from '../../scene/format';
import type { Domain } from './domain';
import type { Place } from './lossPaths';

/** What is plotted: the predictions against the true values, or what is left (true − predicted) against the predictions. */
export const SCATTER_VIEWS = ['predicted', 'residuals'] as const;
export type ScatterView = (typeof SCATTER_VIEWS)[number];

/** The rows of a table with what was predicted for each. */
export interface Predicted {
  readonly truth: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
  /** For every row whether it is held out; nothing is where this is left out. */
  readonly heldOut?: (row: number) => boolean;
  /** A word or two more on a row: `rm 6.24`. */
  readonly traits?: (row: number) => readonly (readonly [name: string, value: string])[];
}

/** The points of a scatter plot, one a row. */
export interface ScatterPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** How near, in pixels, the pointer must come to a point. */
const REACH = 24;

/** Where the rows stand in a view. */
export function scatterPoints({ truth, predicted }: Predicted, view: ScatterView): ScatterPoints {
  const [y, guess] = [Float64Array.from(truth), Float64Array.from(predicted)];
  return view === 'predicted' ? { x: y, y: guess } : { x: guess, y: y.map((value, row) => value - (guess[row] ?? NaN)) };
}

/**
 * What the axes must hold. Predicted against true: the true values on both, so that the line of equality is the diagonal
 * as long as the predictions stay among them. Residuals: the true values among the predictions, so that the axis stands
 * still, and zero among the residuals. Values that are not finite do not count.
 */
export function scatterDomains({ truth }: Pick<Predicted, 'truth'>, points: ScatterPoints, view: ScatterView): { x: Domain; y: Domain } {
  const [low, high] = finiteRange(truth);
  const among: Domain = low > high ? [0, 1] : [low, high];
  if (view === 'predicted') return { x: among, y: including(among, points.y) };
  return { x: including(among, points.x), y: including([0, 0], points.y) };
}

/** The row of the point nearest to a pixel, within reach; null if none is. */
export function nearestPoint(points: ScatterPoints, x: Place, y: Place, pointerX: number, pointerY: number): number | null {
  let nearest: number | null = null;
  let least = REACH ** 2;
  for (let row = 0; row < points.x.length; row++) {
    const squared = (x(points.x[row] ?? NaN) - pointerX) ** 2 + (y(points.y[row] ?? NaN) - pointerY) ** 2;
    if (squared <= least) {
      least = squared;
      nearest = row;
    }
  }
  return nearest;
}

/**
 * The rows in the order in which they are read out: as in the table, or the largest residual first, those whose
 * prediction is not finite before all.
 */
export function readingOrder({ truth, predicted }: Predicted, view: ScatterView): Int32Array {
  const rows = Int32Array.from({ length: truth.length }, (_, row) => row);
  if (view === 'predicted') return rows;
  const size = Float64Array.from(rows, (row) => {
    const residual = Math.abs((truth[row] ?? NaN) - (predicted[row] ?? NaN));
    return Number.isNaN(residual) ? Infinity : residual;
  });
  // Two infinite ones differ by NaN: they stand as in the table, like all that are equally large.
  return rows.sort((one, other) => (size[other] ?? 0) - (size[one] ?? 0) || one - other);
}

/** One point in words: `row 37 of 506, held out: true 21.2, predicted 18.4, residual +2.8; rm 6.24`. */
export function scatterWords(row: number, data: Predicted): string {
  const [truth, predicted] = [data.truth[row] ?? NaN, data.predicted[row] ?? NaN];
  const which = `row ${formatCount(row + 1)} of ${formatCount(data.truth.length)}${data.heldOut?.(row) === true ? ', held out' : ''}`;
  const left = Number.isFinite(predicted) ? `, residual ${signed(truth - predicted)}` : ', which is not finite: no residual';
  const traits = (data.traits?.(row) ?? []).map(([name, value]) => `${name} ${value}`).join(', ');
  return `${which}: true ${formatNumber(truth)}, predicted ${formatNumber(predicted)}${left}${traits === '' ? '' : `; ${traits}`}`;
}

/** The same in lines, a number a line. */
export function scatterLines(row: number, data: Predicted): (readonly [label: string, value: string])[] {
  const [truth, predicted] = [data.truth[row] ?? NaN, data.predicted[row] ?? NaN];
  return [
    [`row ${formatCount(row + 1)}`, data.heldOut?.(row) === true ? 'held out' : `of ${formatCount(data.truth.length)}`],
    ['true', formatNumber(truth)],
    ['predicted', formatNumber(predicted)],
    ['residual', Number.isFinite(predicted) ? signed(truth - predicted) : 'none'],
    ...(data.traits?.(row) ?? []),
  ];
}

/** How many predictions are not finite, in words; nothing if all are. */
export function lostWords({ predicted }: Pick<Predicted, 'predicted'>): string {
  let lost = 0;
  for (let row = 0; row < predicted.length; row++) if (!Number.isFinite(predicted[row])) lost++;
  if (lost === 0) return '';
  return lost === 1 ? '1 prediction is not finite' : `${formatCount(lost)} predictions are not finite`;
}

/** A number with its sign: `+2.8`. */
function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value)}`;
}

/** An interval widened to the finite ones of some numbers. */
function including([low, high]: Domain, values: ArrayLike<number>): Domain {
  const [least, greatest] = finiteRange(values);
  return [Math.min(low, least), Math.max(high, greatest)];
}

function finiteRange(values: ArrayLike<number>): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
