import type { LossSeries } from '../../training/lossSeries';
import type { PixelColumns } from './pixelColumns';
import { LossSample } from './lossSample';

/** What is in sight: the series, its decimated columns, and the oldest step on the axis. */
export interface LossSight {
  readonly series: LossSeries;
  readonly columns: PixelColumns;
  readonly firstStep: number;
  /** Whether the run has diverged. */
  readonly diverged: boolean;
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
   * For a linear axis: all epochs' means, and the steps after the first epoch but for their rare peaks. Before two epochs
   * have ended, and once the run has diverged, it is every loss: then the peaks are the news.
   */
  linear(sight: LossSight): LossRange {
    const { series, diverged } = sight;
    const all = extremesOf(sight, -Infinity);
    const means = meansOf(sight, -Infinity);
    if (diverged || series.epochCount < 2 || Number.isNaN(means.high)) return all;
    this.#sample.take(series, series.epochEnd(0) + 1);
    const usual = greater(means.high, this.#sample.quantile(1 - RARE));
    return all.high > STRETCHING * usual ? { ...all, high: usual } : all;
  }

  /**
   * For a logarithmic axis, among the losses above 0: all epochs' means, and the steps but for the rare ones that lie far
   * below the others: a batch of one row now and then happens to be predicted exactly. The greatest are always in sight,
   * and of a run that has diverged the beginning too.
   */
  logarithmic(sight: LossSight): LossRange {
    const all = { ...extremesOf(sight, 0), least: extremesOf(sight, -Infinity).least };
    if (sight.diverged) return all;
    this.#sample.take(sight.series, sight.firstStep, 0);
    const usual = lesser(meansOf(sight, 0).low, this.#sample.quantile(RARE));
    return all.low < usual / FAR_BELOW ? { ...all, low: usual } : all;
  }
}

function extremesOf(sight: LossSight, above: number): LossRange {
  const { columns } = sight;
  let { low, high } = meansOf(sight, above);
  for (let column = 0; column < columns.count; column++) {
    const [least = NaN, greatest = NaN] = [columns.low[column], columns.high[column]];
    low = lesser(low, least > above ? least : greatest > above ? greatest : NaN);
    high = greater(high, greatest > above ? greatest : NaN);
  }
  return { low, high, least: low, greatest: high };
}

function meansOf({ series, firstStep }: LossSight, above: number): { readonly low: number; readonly high: number } {
  let [low, high] = [NaN, NaN];
  for (let index = series.epochIndexOf(firstStep); index < series.epochCount; index++) {
    const mean = series.epochMean(index);
    if (!(mean > above && mean < Infinity)) continue;
    low = lesser(low, mean);
    high = greater(high, mean);
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
