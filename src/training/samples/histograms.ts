import type { Recording } from '../../engine';
import { sampledSteps, type Rewindable } from './sampledSteps';
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
 * come. The bins of a tensor are the same at every step: they span all of its finite cells.
 *
 * It works in portions: after every step that it has looked at it yields how much is done, from 0 to 1.
 */
export function* histogramsOf(run: Rewindable, { columns, bins }: HistogramOptions): Generator<number, Histograms> {
  const steps = sampledSteps(run.steps + 1, columns);
  const tensors = new Map<string, Sampled>();
  for (const [index, step] of steps.entries()) {
    take(run.goTo(step).previewStep(), tensors);
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
  const nonFinite = new Uint32Array(columns.length);
  columns.forEach((cells, column) => {
    for (const cell of cells) {
      if (Number.isFinite(cell)) {
        const place = column * bins + binOf(cell, low, high, bins);
        counts[place] = (counts[place] ?? 0) + 1;
      } else nonFinite[column] = (nonFinite[column] ?? 0) + 1;
    }
  });
  return { node, part, low, high, counts, nonFinite };
}

/** The least and the greatest finite cell; some room around a single number, and 0 … 1 if there is none. */
function rangeOf(columns: readonly Float64Array[]): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const cells of columns) {
    for (const cell of cells) {
      if (!Number.isFinite(cell)) continue;
      if (cell < low) low = cell;
      if (cell > high) high = cell;
    }
  }
  if (low > high) return [0, 1];
  if (low < high) return [low, high];
  const air = low === 0 ? 0.5 : Math.abs(low) / 2;
  return [low - air, high + air];
}

/** The bin of a number within the range: each holds its lower border, the last one both. */
function binOf(cell: number, low: number, high: number, bins: number): number {
  // Halved, since the range of numbers that diverge may be longer than the largest double.
  const width = high / 2 - low / 2;
  // Among the very least doubles there may be no half way.
  if (width === 0) return 0;
  return Math.min(bins - 1, Math.floor(((cell / 2 - low / 2) / width) * bins));
}
