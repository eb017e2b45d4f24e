import { norm } from '../engine/norm';
import type { Tensor } from '../engine/tensor';

/** A tensor in a few numbers. Mean, deviation, least and greatest are taken over the finite cells only. */
export interface Summary {
  /** How many cells there are. */
  readonly count: number;
  /** The Euclidean norm ‖·‖₂; NaN or ∞ as soon as one cell is. */
  readonly norm: number;
  /** NaN if no cell is finite, as are the next three. */
  readonly mean: number;
  /** The population standard deviation. */
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
  /** The row-major place of the first cell that is NaN or infinite; −1 if all are finite. */
  readonly firstNonFinite: number;
  readonly nanCount: number;
  readonly infiniteCount: number;
}

/** The statistics of a tensor, in a few passes and without allocating per cell. */
export function summarise({ data }: Tensor): Summary {
  let [sum, min, max, firstNonFinite, nanCount, infiniteCount] = [0, Infinity, -Infinity, -1, 0, 0];
  for (let cell = 0; cell < data.length; cell++) {
    const value = data[cell] ?? 0;
    if (Number.isFinite(value)) {
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
      continue;
    }
    if (firstNonFinite < 0) firstNonFinite = cell;
    if (Number.isNaN(value)) nanCount++;
    else infiniteCount++;
  }
  const finite = data.length - nanCount - infiniteCount;
  if (finite === 0) [min, max] = [NaN, NaN];
  const mean = Number.isFinite(sum) ? sum / finite : scaledMean(data, finite);
  return {
    count: data.length,
    norm: norm(data),
    mean,
    deviation: deviationOf(data, mean, finite),
    min,
    max,
    firstNonFinite,
    nanCount,
    infiniteCount,
  };
}

/** The mean where the sum overflows: every cell is divided before it is added. */
function scaledMean(data: Float64Array, finite: number): number {
  let mean = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const value = data[cell] ?? 0;
    if (Number.isFinite(value)) mean += value / finite;
  }
  return mean;
}

/** Distances are halved, so that none overflows, and divided by the largest, so that no square does. */
function deviationOf(data: Float64Array, mean: number, finite: number): number {
  if (finite === 0) return NaN;
  let largest = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const half = Math.abs((data[cell] ?? 0) / 2 - mean / 2);
    if (Number.isFinite(half) && half > largest) largest = half;
  }
  if (largest === 0) return 0;
  let squares = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const part = ((data[cell] ?? 0) / 2 - mean / 2) / largest;
    if (Number.isFinite(part)) squares += part * part;
  }
  return 2 * (largest * Math.sqrt(squares / finite));
}

// A figure stands on a wire, in the inspector and in sentences, sixty times a second.
const figures = new WeakMap<Tensor, number>();

/**
 * The one number that stands for a tensor on a wire: the only cell's value, with its sign, otherwise the norm ‖·‖₂. Worked out once for
 * each tensor, which must not change any more, as those of a recording do not.
 */
export function edgeFigure(tensor: Tensor): number {
  const known = figures.get(tensor);
  if (known !== undefined) return known;
  const { data } = tensor;
  const found = data.length === 1 ? (data[0] ?? NaN) : norm(data);
  figures.set(tensor, found);
  return found;
}
