import { formatNumber } from '../../scene/format';
import { settleLog, type Domain } from './domain';
import { tenths } from './lossPaths';
import { logTicks } from './ticks';

/** The curve of one cell of a sweep; what has not been trained yet has no points. */
export interface SweepCurve {
  /** Epochs, ascending, and the mean loss of each. */
  readonly epochs: ArrayLike<number>;
  readonly means: ArrayLike<number>;
}

/** The size of a cell's plot, in pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Room for the stroke around the plot. */
const AIR = 3;

/**
 * The ends of the common logarithmic axis: from the least mean above 0 of all curves that come down to the greatest that one of them
 * begins with. Whatever rises above that is cut off: a single cell on its way to infinity would leave the others no room. Only if none
 * comes down, all of them count.
 */
export function sweepDomain(curves: readonly SweepCurve[]): Domain {
  const falling = curves.filter(({ means }) => (means[means.length - 1] ?? Infinity) <= (means[0] ?? NaN));
  const counting = falling.length === 0 ? curves : falling;
  const positive = (means: readonly number[]): number[] => means.filter((mean) => mean > 0 && mean < Infinity);
  const all = positive(counting.flatMap(({ means }) => Array.from(means)));
  const tops = falling.length === 0 ? all : positive(falling.map(({ means }) => means[0] ?? NaN));
  return all.length === 0 || tops.length === 0 ? [1, 100] : settleLog(null, Math.min(...all), Math.max(...tops));
}

/** Where a loss lies in a plot; 0 and below on its lower edge, what is above the axis above its upper one. */
export function sweepHeight(mean: number, [low, high]: Domain, { height }: PlotSize): number {
  const share = Math.log(mean / low) / Math.log(high / low);
  return height - AIR - Math.max(0, share) * (height - 2 * AIR);
}

/** A piece of a curve between two neighbouring epochs, with where it leaves the plot at the top, or comes back. */
interface Piece {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly leaves: boolean;
}

/** A curve on axes from epoch 1 to the last one, logarithmic upwards, as far as it lies in the plot. It breaks off where a mean is not finite. */
function piecesOf({ epochs, means }: SweepCurve, domain: Domain, lastEpoch: number, size: PlotSize): Piece[] {
  const point = (index: number): readonly [number, number] => [
    AIR + (((epochs[index] ?? NaN) - 1) / Math.max(1, lastEpoch - 1)) * (size.width - 2 * AIR),
    sweepHeight(means[index] ?? NaN, domain, size),
  ];
  const pieces: Piece[] = [];
  const isKnown = (index: number): boolean => Number.isFinite(means[index] ?? NaN);
  for (let index = 0; index < means.length; index++) {
    if (!isKnown(index)) continue;
    if (!isKnown(index - 1) && !isKnown(index + 1)) {
      const alone = point(index);
      if (alone[1] >= AIR - 1e-6) pieces.push({ from: alone, to: alone, leaves: false });
    }
    if (!isKnown(index + 1)) continue;
    const [from, to] = [point(index), point(index + 1)];
    const [above, aboveThen] = [from[1] < AIR - 1e-6, to[1] < AIR - 1e-6];
    if (above && aboveThen) continue;
    const crossing: readonly [number, number] = [from[0] + ((to[0] - from[0]) * (AIR - from[1])) / (to[1] - from[1]), AIR];
    pieces.push({ from: above ? crossing : from, to: aboveThen ? crossing : to, leaves: aboveThen });
  }
  return pieces;
}

/** A curve as path data. What rises above the axis is cut off at the top. */
export function sweepPath(curve: SweepCurve, domain: Domain, lastEpoch: number, size: PlotSize): string {
  let path = '';
  let pen: readonly [number, number] | undefined;
  for (const { from, to } of piecesOf(curve, domain, lastEpoch, size)) {
    if (pen?.[0] !== from[0] || pen[1] !== from[1]) path += `M${tenths(from[0])} ${tenths(from[1])}`;
    // A lone epoch is a dot: round caps draw a line of no length.
    path += from === to ? 'h0' : `L${tenths(to[0])} ${tenths(to[1])}`;
    pen = to;
  }
  return path;
}

/** Half the width of an arrow, and its height, in pixels. */
const ARROW = { half: 4, height: 6 } as const;

/** An arrow upwards wherever a curve leaves the plot at the top, or begins above it, as path data. */
export function sweepArrows(curve: SweepCurve, domain: Domain, lastEpoch: number, size: PlotSize): string {
  const places = piecesOf(curve, domain, lastEpoch, size).flatMap(({ to, leaves }) => (leaves ? to[0] : []));
  const [first = NaN] = [curve.means[0]];
  if (first > domain[1] * (1 + 1e-9)) places.unshift(AIR);
  return places
    .map((at) => Math.max(AIR + ARROW.half, Math.min(size.width - AIR - ARROW.half, at)))
    .map((x) => `M${tenths(x - ARROW.half)} ${ARROW.height}L${tenths(x)} 0L${tenths(x + ARROW.half)} ${ARROW.height}Z`)
    .join('');
}

/** The lines across every plot, with the words that stand beside the first of a row. */
export function sweepTicks(domain: Domain, size: PlotSize): { readonly at: number; readonly label: string }[] {
  return logTicks(domain, size.height, 22).map((value) => ({ at: sweepHeight(value, domain, size), label: formatNumber(value) }));
}
