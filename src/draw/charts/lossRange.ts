import type { LossSeries } from '../../training/lossSeries';
import type { PixelColumns } from './pixelColumns';
import { LossSample } from './lossSample';

/** What of a run is in sight. */
export interface LossSight {
  readonly series: LossSeries;
  /** Its steps, decimated. */
  readonly columns: PixelColumns;
  /** Its moving average, decimated; null if that is not drawn. */
  readonly smooth: PixelColumns | null;
  /** The oldest and the newest step on the axis. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** Whether the run has diverged. */
  readonly diverged: boolean;
  /** Whether only a part of the run is looked at: then nothing in it counts as a rare peak. */
  readonly zoomed: boolean;
}

/** The losses that an axis must hold, and those that there are. All are NaN where there are none. */
export interface LossRange {
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly greatest: number;
}

/** The share of the step losses that an axis may leave beyond its edge. */
const RARE = 0.05;
/** It does so only if they would make the axis so many times longer (linear), or lie so many times lower (logarithmic). */
const STRETCHING = 2;
const FAR_BELOW = 10;

/** Finds what the vertical axis must hold. It keeps its buffers, since it is asked at every frame. */
export class LossRanges {
  readonly #sample = new LossSample();

  /**
   * For a linear axis: all lines, and the steps after the first epoch but for their rare peaks. Before two epochs
   * have ended, and once the run has diverged, it is every loss: then the peaks are the news.
   */
  linear(sight: LossSight): LossRange {
    const { series, diverged, zoomed } = sight;
    const all = extremesOf(sight, -Infinity);
    const lines = linesOf(sight, -Infinity);
    if (diverged || zoomed || series.epochCount < 2 || Number.isNaN(lines.high)) return all;
    this.#sample.take(series, series.epochEnd(0) + 1);
    const usual = greater(lines.high, this.#sample.quantile(1 - RARE));
    return all.high > STRETCHING * usual ? { ...all, high: usual } : all;
  }

  /**
   * For a logarithmic axis, among the losses above 0: all lines, and the steps but for the rare ones that lie far
   * below the others: a batch of one row now and then happens to be predicted exactly. The greatest are always in sight,
   * and of a run that has diverged the beginning too.
   */
  logarithmic(sight: LossSight): LossRange {
    const all = { ...extremesOf(sight, 0), least: extremesOf(sight, -Infinity).least };
    if (sight.diverged) return all;
    this.#sample.take(sight.series, sight.firstStep, 0, sight.lastStep);
    const usual = lesser(linesOf(sight, 0).low, this.#sample.quantile(RARE));
    return all.low < usual / FAR_BELOW ? { ...all, low: usual } : all;
  }
}

/**
 * What the axis must hold of several runs, the one at the front first. Those that diverged behind it do not flatten the
 * others: their rise is followed for `overshoot` times the others' greatest loss, and then leaves the picture.
 */
export function rangeOfAll(ranges: readonly (LossRange & { readonly diverged: boolean })[], overshoot: number): LossRange {
  let [low, high, least, greatest] = [NaN, NaN, NaN, NaN];
  ranges.forEach((range, index) => {
    least = lesser(least, range.least);
    greatest = greater(greatest, range.greatest);
    if (index > 0 && range.diverged) return;
    low = lesser(low, range.low);
    high = greater(high, range.high);
  });
  const ceiling = Number.isNaN(high) ? Infinity : overshoot * high;
  const floor = low;
  ranges.forEach((range, index) => {
    if (index === 0 || !range.diverged) return;
    high = greater(high, Math.min(range.high, ceiling));
    low = lesser(low, floor > 0 ? Math.max(range.low, floor / overshoot) : range.low);
  });
  return { low, high, least, greatest };
}

function extremesOf(sight: LossSight, above: number): LossRange {
  let { low, high } = linesOf(sight, above);
  const { columns } = sight;
  for (let column = 0; column < columns.count; column++) {
    const [least = NaN, greatest = NaN] = [columns.low[column], columns.high[column]];
    low = lesser(low, least > above ? least : greatest > above ? greatest : NaN);
    high = greater(high, greatest > above ? greatest : NaN);
  }
  return { low, high, least: low, greatest: high };
}

/** The extremes of what is drawn as strong lines: means or moving average, and the held-out rows' losses. */
function linesOf({ series, smooth, firstStep, lastStep }: LossSight, above: number): { readonly low: number; readonly high: number } {
  let [low, high] = [NaN, NaN];
  const take = (loss: number): void => {
    if (!(loss > above && loss < Infinity)) return;
    low = lesser(low, loss);
    high = greater(high, loss);
  };
  for (let index = series.epochIndexOf(firstStep); index < series.epochCount && series.epochEnd(index) <= lastStep; index++) {
    if (smooth === null) take(series.epochMean(index));
    take(series.epochTest(index));
  }
  for (let column = 0; column < (smooth?.count ?? 0); column++) {
    take(smooth?.low[column] ?? NaN);
    take(smooth?.high[column] ?? NaN);
  }
  return { low, high };
}

/** The lesser of two numbers, either of which may be missing (NaN). */
function lesser(a: number, b: number): number {
  return a <= b || Number.isNaN(b) ? a : b;
}

/** The greater of two numbers, either of which may be missing (NaN). */
function greater(a: number, b: number): number {
  return a >= b || Number.isNaN(b) ? a : b;
}
