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

/** The ends of the common logarithmic axis: all means above 0 of all curves. */
export function sweepDomain(curves: readonly SweepCurve[]): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (const { means } of curves) {
    for (let index = 0; index < means.length; index++) {
      const mean = means[index] ?? NaN;
      if (!(mean > 0 && mean < Infinity)) continue;
      if (mean < low) low = mean;
      if (mean > high) high = mean;
    }
  }
  return low > high ? [1, 100] : settleLog(null, low, high);
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
