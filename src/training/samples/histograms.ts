import type { Recording } from '../../engine';
import { standingBefore, type Rewindable } from './rewindable';
import { sampledSteps } from './sampledSteps';
import type { Histogram, Histograms } from './samples';

/** How finely a run is looked at. */
export interface HistogramOptions {
  /** At how many steps; at most 64 count. */
  readonly columns: number;
  /** How many bins each distribution has, at least 1. */
  readonly bins: number;
}

/** The cells of one tensor at every step that was looked at. */
interface Sampled {
  readonly node: string;
  readonly part: Histogram['part'];
  readonly columns: Float64Array[];
}

/**
 * How the values and the gradients of every parameter were distributed, before evenly spaced steps from the first to the one to
 * come. The bins of a tensor are the same at every step: they span all of its finite cells, but for steps at which they are far
 * larger than usual.
 *
 * It works in portions: after every step that it has looked at, and every few on the way to it, it yields how much is done, from
 * 0 to 1.
 */
export function* histogramsOf(run: Rewindable, { columns, bins }: HistogramOptions): Generator<number, Histograms> {
  const steps = sampledSteps(run.steps + 1, columns);
  const tensors = new Map<string, Sampled>();
  for (const [index, step] of steps.entries()) {
    const standing = yield* standingBefore(run, step, index / steps.length);
    take(standing.previewStep(), tensors);
    yield (index + 1) / steps.length;
  }
  return { steps, bins, tensors: [...tensors.values()].map((sampled) => histogramOf(sampled, bins)) };
}

/** An update knows both: the parameter before the step, and its gradient in it. */
function take({ steps }: Recording, tensors: Map<string, Sampled>): void {
  for (const step of steps) {
    if (step.kind !== 'update') continue;
    const parts = [['value', step.before.data], ['gradient', step.gradient.data]] as const;
    for (const [part, cells] of parts) {
      const key = `${part} ${step.node}`;
      const sampled = tensors.get(key) ?? { node: step.node, part, columns: [] };
      sampled.columns.push(cells);
      tensors.set(key, sampled);
    }
  }
}

function histogramOf({ node, part, columns }: Sampled, bins: number): Histogram {
  const [low, high] = rangeOf(columns);
  const counts = new Uint32Array(columns.length * bins);
  const outside = new Uint32Array(columns.length);
  const nonFinite = new Uint32Array(columns.length);
  const count = (into: Uint32Array, place: number): void => {
    into[place] = (into[place] ?? 0) + 1;
  };
  columns.forEach((cells, column) => {
    for (const cell of cells) {
      if (!Number.isFinite(cell)) count(nonFinite, column);
      else if (cell < low || cell > high) count(outside, column);
      else count(counts, column * bins + binOf(cell, low, high, bins));
    }
  });
  return { node, part, low, high, counts, outside, nonFinite };
}

/** Columns whose largest number is so many times that of a quiet one are left out of the range: a run on its way to infinity. */
const FAR = 16;

/** The same for a tensor that has come there: what it did before is what there is to see. */
const FAR_OF_LOST = 4;

/** Numbers that are so many times as large as in the beginning are on that way, too. */
const WITHOUT_BOUND = 1e6;

/** The range of all columns that are not far larger than a quiet one; some room around a single number, and 0 … 1 if there is none. */
function rangeOf(columns: readonly Float64Array[]): readonly [low: number, high: number] {
  const extremes = columns.map(extremesOf).filter(({ low, high }) => low <= high);
  const sizes = extremes.map(sizeOf).filter((size) => size > 0);
  const [first = 0] = sizes;
  const lost = sizes.some((size) => size > WITHOUT_BOUND * first) || columns.some((cells) => cells.some((cell) => !Number.isFinite(cell)));
  sizes.sort((a, b) => a - b);
  // A quarter of the columns are quieter: early enough in a run that diverges half way, but not in one that does so from the start.
  const quiet = sizes[Math.floor(sizes.length / 4)] ?? 0;
  const usual = lost && quiet > FAR * first ? first : quiet;
  const kept = extremes.filter((column) => sizeOf(column) <= (lost ? FAR_OF_LOST : FAR) * usual);
  const low = Math.min(...kept.map((column) => column.low));
  const high = Math.max(...kept.map((column) => column.high));
  if (low > high) return [0, 1];
  if (low < high) return [low, high];
  const air = low === 0 ? 0.5 : Math.abs(low) / 2;
  return [low - air, high + air];
}

interface Extremes {
  readonly low: number;
  readonly high: number;
}

/** The least and the greatest finite cell; the other way round if there is none. */
function extremesOf(cells: Float64Array): Extremes {
  let [low, high] = [Infinity, -Infinity];
  for (const cell of cells) {
    if (!Number.isFinite(cell)) continue;
    if (cell < low) low = cell;
    if (cell > high) high = cell;
  }
  return { low, high };
}

function sizeOf({ low, high }: Extremes): number {
  return Math.max(Math.abs(low), Math.abs(high));
}

/** The bin of a number within the range: each holds its lower border, the last one both. */
function binOf(cell: number, low: number, high: number, bins: number): number {
  // Halved, since the range of numbers that diverge may be longer than the largest double.
  const width = high / 2 - low / 2;
  // Among the very least doubles there may be no half way.
  if (width === 0) return 0;
  return Math.min(bins - 1, Math.floor(((cell / 2 - low / 2) / width) * bins));
}
