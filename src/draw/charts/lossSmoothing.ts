import { StepSeries } from '../../training/stepSeries';

/** Steps that are taken over at a time. */
const CHUNK = 1024;

/**
 * The exponential moving average of a series, at every step: `m ← w·m + (1 − w)·x`, divided by `1 − wⁿ` after n steps, so
 * that the beginning does not lean towards 0 (Kingma and Ba, Adam, section 3). Steps whose number is not finite have no
 * average and leave it as it was.
 */
export class Smoothed {
  /** The averages, at the same steps. */
  readonly series = new StepSeries();
  readonly #chunk = new Float64Array(CHUNK);
  #source: StepSeries | null = null;
  #revision = -1;
  #weight = NaN;
  #mean = 0;
  /** wⁿ. */
  #missing = 1;

  /** Takes over what is new in `source`, or everything if it is another one, has gone back, or is weighed anew. */
  follow(source: StepSeries, weight: number): void {
    if (source !== this.#source || source.revision !== this.#revision || weight !== this.#weight) {
      this.#source = source;
      this.#revision = source.revision;
      this.#weight = weight;
      this.#mean = 0;
      this.#missing = 1;
      this.series.clear();
    }
    let step = this.series.stepCount === 0 ? source.firstStep : this.series.lastStep + 1;
    while (step <= source.lastStep) {
      const count = Math.min(CHUNK, source.lastStep - step + 1);
      for (let index = 0; index < count; index++) this.#chunk[index] = this.#next(source.at(step + index), weight);
      this.series.append(count === CHUNK ? this.#chunk : this.#chunk.subarray(0, count), step);
      step += count;
    }
  }

  #next(value: number, weight: number): number {
    if (!Number.isFinite(value)) return NaN;
    this.#mean = weight * this.#mean + (1 - weight) * value;
    this.#missing *= weight;
    return this.#mean / (1 - this.#missing);
  }
}
