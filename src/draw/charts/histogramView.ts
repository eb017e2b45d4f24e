import { formatCount, formatNumber } from '../../scene/format';
import type { Histogram } from '../../training/samples/samples';
import { CHARACTER } from '../parts/lettering';
import type { AxesData, PlotFrame } from './axes';
import { frameWithin, ROOMY } from './frames';
import { countTicks, linearTicks, tickLabels } from './ticks';

/** How the numbers of one tensor were distributed over a run. */
export interface HistogramMapData {
  readonly histogram: Histogram;
  /** The SGD steps before which it was looked at, in order. */
  readonly steps: Float64Array;
  readonly bins: number;
  /** What the numbers are, as a title begins: `value of W₁`. */
  readonly label: string;
}

/** One bin at one step. */
export interface Bin {
  readonly column: number;
  readonly bin: number;
}

/** The borders of a column, or of a bin, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the map looks like, without drawing it. */
export class HistogramView {
  frame: PlotFrame = { left: 0, top: 0, right: 0, bottom: 0 };
  /** How many cells the fullest bin holds. */
  most = 0;
  #data: HistogramMapData | null = null;
  /** Where columns begin, in steps: half way between the steps that were looked at; one more than there are columns. */
  #borders: readonly number[] = [];

  /** Looks at the data anew, for a map of this size. */
  settle(data: HistogramMapData, width: number, height: number): AxesData {
    this.#data = data;
    const { histogram, steps, label } = data;
    const { low, high, counts } = histogram;
    this.most = counts.reduce((most, count) => Math.max(most, count), 0);
    this.#borders = bordersOf(steps);
    const [first = 1, last = 2] = [this.#borders[0], this.#borders.at(-1)];
    const values = linearTicks([low, high], Math.max(1, height - ROOMY.top - ROOMY.bottom), 28);
    const labels = tickLabels(values);
    this.frame = frameWithin([width, height], ROOMY, labels, Math.ceil((formatCount(Math.floor(last)).length * CHARACTER) / 2));
    const { left, right, top, bottom } = this.frame;
    return {
      frame: this.frame,
      xTicks: countTicks([first, last], right - left, formatCount).map((step) => ({
        at: left + ((step - first) / (last - first)) * (right - left),
        label: formatCount(step),
      })),
      yTicks: values.map((value, index) => ({ at: bottom - ((value - low) / (high - low)) * (bottom - top), label: labels[index] ?? '' })),
      xLabel: 'before SGD step',
      yLabel: label,
      withoutGrid: true,
    };
  }

  /** Where a column begins; of one more than there are, where the last one ends. */
  edgeOf(column: number): number {
    const { left, right } = this.frame;
    const [first = 1, last = 2] = [this.#borders[0], this.#borders.at(-1)];
    return left + (((this.#borders[column] ?? last) - first) / (last - first)) * (right - left);
  }

  /** Where a bin lies at a step. */
  boxOf({ column, bin }: Bin): Box {
    const { top, bottom } = this.frame;
    const height = (bottom - top) / (this.#data?.bins ?? 1);
    const x = this.edgeOf(column);
    return { x, y: bottom - (bin + 1) * height, width: this.edgeOf(column + 1) - x, height };
  }

  /** What lies nearest to a place. */
  binAt(x: number, y: number): Bin {
    const { bins = 1, steps } = this.#data ?? {};
    const columns = steps?.length ?? 1;
    const { top, bottom } = this.frame;
    let column = 0;
    while (column < columns - 1 && this.edgeOf(column + 1) <= x) column++;
    const bin = Math.floor(((bottom - y) / (bottom - top)) * bins);
    return { column, bin: Math.max(0, Math.min(bins - 1, bin)) };
  }
}

/** How many cells a bin holds. */
export function countIn({ histogram, bins }: HistogramMapData, { column, bin }: Bin): number {
  return histogram.counts[column * bins + bin] ?? 0;
}

/** The bin with the most cells at a step. */
export function fullestBin({ histogram, bins }: HistogramMapData, column: number): number {
  const counts = histogram.counts.subarray(column * bins, (column + 1) * bins);
  return counts.indexOf(Math.max(...counts));
}

/** The borders of a bin in figures, with as many digits as tell it from its neighbours: `0.12 … 0.14`. */
export function rangeWords({ histogram: { low, high }, bins }: HistogramMapData, bin: number): string {
  const width = high / bins - low / bins;
  const digits = Math.max(2, Math.min(15, Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / width)) + 2));
  const border = (place: number): string => formatNumber(low + width * place, digits);
  return `${border(bin)} … ${border(bin + 1)}`;
}

/** When a column was looked at: `before step 12`; the last one, after the last step that was taken: `after step 85`. */
function momentWords({ steps }: Pick<HistogramMapData, 'steps'>, column: number): string {
  const step = steps[column] ?? NaN;
  return column === steps.length - 1 && step > 1 ? `after step ${formatCount(step - 1)}` : `before step ${formatCount(step)}`;
}

/** A bin at a step, in words. */
export function binWords(data: HistogramMapData, { column, bin }: Bin): string {
  const { nonFinite, outside } = data.histogram;
  const [lost = 0, beyond = 0] = [nonFinite[column], outside[column]];
  const rest = `${beyond === 0 ? '' : `; ${cellWords(beyond)} beyond the axis`}${lost === 0 ? '' : `; ${cellWords(lost)} not finite`}`;
  return `${momentWords(data, column)}, from ${rangeWords(data, bin).replace(' … ', ' to ')}: ${cellWords(countIn(data, { column, bin }))}${rest}`;
}

/** What is in no bin, in sentences: numbers that are not finite, and those beyond the axis. */
export function notesOf({ histogram, steps }: HistogramMapData): string[] {
  const { low, high, nonFinite, outside } = histogram;
  const where = (counts: Uint32Array): string => {
    const columns = [...counts.keys()].filter((column) => (counts[column] ?? 0) > 0);
    const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
    const from = momentWords({ steps }, first);
    return `${from.charAt(0).toUpperCase()}${from.slice(1)}${first === last ? '' : ` to ${momentWords({ steps }, last)}`},`;
  };
  const most = (counts: Uint32Array): number => Math.max(...counts);
  const many = (counts: Uint32Array, one: string, more: string): string =>
    most(counts) === 1 ? `1 cell ${one}` : `up to ${cellWords(most(counts))} ${more}`;
  return [
    most(nonFinite) === 0 ? [] : `${where(nonFinite)} ${many(nonFinite, 'was', 'were')} not finite (∞ or NaN): there the map is hatched.`,
    most(outside) === 0
      ? []
      : `${where(outside)} ${many(outside, 'lay', 'lay')} beyond ${formatNumber(low)} … ${formatNumber(high)}, too far out for the axis: a bar at the top stands for them.`,
  ].flat();
}

/** The whole map in a sentence. */
export function histogramSummary(data: HistogramMapData): string {
  const { histogram, steps, bins, label } = data;
  const range = `${formatNumber(histogram.low)} to ${formatNumber(histogram.high)}`;
  const notes = notesOf(data).join(' ');
  return `Distribution of the ${label} at ${steps.length} moments, from ${momentWords(data, 0)} to ${momentWords(data, steps.length - 1)}, in ${bins} bins from ${range}${notes === '' ? '' : `. ${notes}`}`;
}

/** `1 cell`, `12 cells`. */
export function cellWords(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'cell' : 'cells'}`;
}

/** Half way between neighbours, and as far beyond the first and the last. */
function bordersOf(steps: Float64Array): number[] {
  if (steps.length < 2) {
    const only = steps[0] ?? 1;
    return [only - 0.5, only + 0.5];
  }
  const at = (index: number): number => steps[index] ?? NaN;
  const between = Array.from({ length: steps.length - 1 }, (_, index) => (at(index) + at(index + 1)) / 2);
  const end = steps.length - 1;
  return [at(0) - (at(1) - at(0)) / 2, ...between, at(end) + (at(end) - at(end - 1)) / 2];
}
