import type { LossSeries } from '../../training/lossSeries';

/** At most twice as many losses are looked at: enough for a percentile, and sorted in a fraction of a millisecond. */
const SIZE = 1024;

/**
 * A fair sample of the kept step losses, for what is usual among them. (The extremes of pixel columns would not do: of a
 * hundred steps with one row each, the least loss is always tiny.)
 */
export class LossSample {
  readonly #values = new Float64Array(2 * SIZE);
  #count = 0;

  /** Takes every finite loss above `above` from a step on, or evenly spaced ones if there are many. */
  take(series: LossSeries, fromStep: number, above = -Infinity, toStep = Infinity): void {
    this.#count = 0;
    const from = Math.max(fromStep, series.firstStep);
    const to = Math.min(toStep, series.lastStep);
    // Multiples of a power of two: as the run goes on the same steps stay in the sample, and the axis stands still.
    const stride = 2 ** Math.max(0, Math.ceil(Math.log2((to - from + 1) / (2 * SIZE))));
    for (let step = Math.ceil(from / stride) * stride; step <= to; step += stride) {
      const loss = series.at(step);
      if (loss > above && loss < Infinity && this.#count < this.#values.length) this.#values[this.#count++] = loss;
    }
    this.#values.subarray(0, this.#count).sort();
  }

  /** The loss that a share (0 … 1) of the sample does not exceed; NaN if the sample is empty. */
  quantile(share: number): number {
    return this.#count === 0 ? NaN : (this.#values[Math.round(share * (this.#count - 1))] ?? NaN);
  }
}
