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

/** Where a loss lies in a plot; 0 and below on its lower edge. */
export function sweepHeight(mean: number, [low, high]: Domain, { height }: PlotSize): number {
  const share = Math.log(mean / low) / Math.log(high / low);
  return height - AIR - Math.max(0, Math.min(1, share)) * (height - 2 * AIR);
}

/** A curve as path data, on axes from epoch 1 to the last one, logarithmic upwards. It breaks off where a mean is not finite. */
export function sweepPath({ epochs, means }: SweepCurve, domain: Domain, lastEpoch: number, size: PlotSize): string {
  const x = (epoch: number): number => AIR + ((epoch - 1) / Math.max(1, lastEpoch - 1)) * (size.width - 2 * AIR);
  let path = '';
  let pen = 'M';
  for (let index = 0; index < means.length; index++) {
    const mean = means[index] ?? NaN;
    if (Number.isFinite(mean)) {
      path += `${pen}${tenths(x(epochs[index] ?? NaN))} ${tenths(sweepHeight(mean, domain, size))}`;
      pen = 'L';
    } else pen = 'M';
  }
  // A single epoch is a dot: round caps draw a line of no length.
  return means.length === 1 && path !== '' ? `${path}h0` : path;
}

/** The lines across every plot, with the words that stand beside the first of a row. */
export function sweepTicks(domain: Domain, size: PlotSize): { readonly at: number; readonly label: string }[] {
  return logTicks(domain, size.height, 22).map((value) => ({ at: sweepHeight(value, domain, size), label: formatNumber(value) }));
}
