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

/** The statistics of a tensor, in two passes and without allocating per cell. */
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
  const mean = finite === 0 ? NaN : sum / finite;
  return {
    count: data.length,
    norm: normOf(data),
    mean,
    deviation: deviationOf(data, mean, finite),
    min,
    max,
    firstNonFinite,
    nanCount,
    infiniteCount,
  };
}

function deviationOf(data: Float64Array, mean: number, finite: number): number {
  let squares = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const distance = (data[cell] ?? 0) - mean;
    if (Number.isFinite(distance)) squares += distance * distance;
  }
  return Math.sqrt(squares / finite);
}

/** The Euclidean norm. Cells are divided by the largest first, so that squares neither overflow nor vanish. */
export function normOf(data: Float64Array): number {
  let largest = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const magnitude = Math.abs(data[cell] ?? 0);
    if (Number.isNaN(magnitude)) return NaN;
    if (magnitude > largest) largest = magnitude;
  }
  if (largest === 0 || largest === Infinity) return largest;
  let squares = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const part = (data[cell] ?? 0) / largest;
    squares += part * part;
  }
  return largest * Math.sqrt(squares);
}

/** The one number that stands for a tensor on a wire: a scalar's value, otherwise the norm ‖·‖₂. */
export function edgeFigure({ shape, data }: Tensor): number {
  return shape.length === 0 ? (data[0] ?? NaN) : normOf(data);
}
