/** A row of numbers, one for each step of something that runs; a `LossSeries` is one. */
export interface Readings {
  /** The oldest step that is kept. */
  readonly firstStep: number;
  /** The newest step; `firstStep - 1` if there is none. */
  readonly lastStep: number;
  /** Writes the least and the greatest finite number of the steps `from … to` into `low[at]` and `high[at]`; NaN if there is none. */
  readExtremes(from: number, to: number, low: Float64Array, high: Float64Array, at: number): void;
}

/** Readings that can be asked one by one. */
interface SingleReadings extends Readings {
  /** The number of a step; NaN if it is not kept. */
  at(step: number): number;
}

/** No screen that we know is wider; the arrays are allocated once. */
const MOST_COLUMNS = 8192;

/**
 * Min/max decimation: the numbers of a range of steps, summed up by their extremes per pixel column, so that a
 * hundred thousand steps cost no more to draw than the plot is wide, and no spike is lost.
 */
export class PixelColumns {
  /** The middle of the steps in a column; the step itself where there is only one. */
  readonly step = new Float64Array(MOST_COLUMNS);
  /** The least finite number in a column; NaN if none is finite. */
  readonly low = new Float64Array(MOST_COLUMNS);
  /** The greatest finite number in a column; NaN if none is finite. */
  readonly high = new Float64Array(MOST_COLUMNS);
  /** How many columns hold a step; only so many entries of the arrays mean something. */
  count = 0;

  /**
   * Sums up every kept step of `series` from `stepAt(0)` to `stepAt(columns)`.
   *
   * @param stepAt the step (a fraction, in general) at the left border of a column; it must not fall.
   */
  fill(series: Readings, columns: number, stepAt: (column: number) => number): void {
    const last = Math.min(columns, MOST_COLUMNS);
    this.count = 0;
    let from = Math.max(series.firstStep, Math.ceil(stepAt(0)));
    for (let column = 0; column < last; column++) {
      const border = stepAt(((column + 1) * columns) / last);
      // The border belongs to the next column, but the last column has none to its right.
      const to = Math.min(series.lastStep, column === last - 1 ? Math.floor(border) : Math.ceil(border) - 1);
      if (to < from) continue;
      series.readExtremes(from, to, this.low, this.high, this.count);
      this.step[this.count] = (from + to) / 2;
      this.count++;
      from = to + 1;
    }
  }

  /**
   * The same with the mean of every column for both of its extremes: a line through them has no spikes that several steps share. Of more
   * than a few dozen steps in a column an even choice stands for all.
   */
  fillMeans(series: SingleReadings, columns: number, stepAt: (column: number) => number): void {
    this.fill(series, columns, stepAt);
    let from = Math.max(series.firstStep, Math.ceil(stepAt(0)));
    for (let column = 0; column < this.count; column++) {
      const to = 2 * (this.step[column] ?? 0) - from;
      const mean = meanOf(series, from, to);
      from = to + 1;
      // Rounding must not lead out of what was averaged.
      this.low[column] = this.high[column] = Math.max(this.low[column] ?? NaN, Math.min(this.high[column] ?? NaN, mean));
    }
  }
}

/** As many steps of a column as are averaged. */
const MOST_AVERAGED = 48;

/** The mean of the finite numbers among evenly spaced steps; NaN if there is none. */
function meanOf(series: SingleReadings, from: number, to: number): number {
  // Multiples of a power of two: as columns shift, the same steps stay in the choice.
  const stride = 2 ** Math.max(0, Math.ceil(Math.log2((to - from + 1) / MOST_AVERAGED)));
  let [mean, count] = [0, 0];
  for (let step = Math.ceil(from / stride) * stride; step <= to; step += stride) {
    const value = series.at(step);
    // By increments: the sum of what diverges might not be finite.
    if (Number.isFinite(value)) mean += (value - mean) / ++count;
  }
  return count === 0 ? NaN : mean;
}
