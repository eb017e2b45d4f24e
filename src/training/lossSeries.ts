/** As many step losses as are kept: older ones go, their epochs' means stay. */
export const STEP_CAPACITY = 100_000;

/** Steps per block whose extremes are known beforehand. It divides the capacity, so blocks never straddle the ring's seam. */
const BLOCK = 32;

/**
 * The losses of a training run: one per SGD step (the most recent ones, in a ring) and one mean per epoch (all of them).
 *
 * Steps and epochs are counted from 1 and follow one another. The object is mutable, so that a step costs no
 * allocation; `version` grows with every change and tells a reader whether to look again.
 */
export class LossSeries {
  readonly capacity: number;
  readonly #losses: Float64Array;
  readonly #blockLow: Float64Array;
  readonly #blockHigh: Float64Array;
  #first = 1;
  #last = 0;
  #version = 0;
  #epochNumbers: number[] = [];
  #epochMeans: number[] = [];
  #epochEnds: number[] = [];

  /** @param capacity how many step losses are kept, a positive multiple of 32. */
  constructor(capacity: number = STEP_CAPACITY) {
    if (!(capacity > 0) || capacity % BLOCK !== 0) {
      throw new RangeError(`capacity is ${capacity}; it must be a positive multiple of ${BLOCK}`);
    }
    this.capacity = capacity;
    this.#losses = new Float64Array(capacity);
    this.#blockLow = new Float64Array(capacity / BLOCK);
    this.#blockHigh = new Float64Array(capacity / BLOCK);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** The oldest step whose loss is still kept; 1 + `lastStep` when there is none. */
  get firstStep(): number {
    return this.#first;
  }

  /** The newest step; 0 before the first. */
  get lastStep(): number {
    return this.#last;
  }

  /** How many step losses are kept. */
  get stepCount(): number {
    return this.#last - this.#first + 1;
  }

  /** How many epochs have ended. */
  get epochCount(): number {
    return this.#epochMeans.length;
  }

  /** The loss of a step; NaN if it is not kept. */
  lossAt(step: number): number {
    return step >= this.#first && step <= this.#last ? (this.#losses[step % this.capacity] ?? NaN) : NaN;
  }

  /** The number of the epoch at a place in the list of epochs. */
  epochNumber(index: number): number {
    return this.#epochNumbers[index] ?? NaN;
  }

  /** The mean loss over the steps of an epoch. */
  epochMean(index: number): number {
    return this.#epochMeans[index] ?? NaN;
  }

  /** The last step of an epoch. */
  epochEnd(index: number): number {
    return this.#epochEnds[index] ?? NaN;
  }

  /** The place in the list of the epoch that a step belongs to; `epochCount` if that epoch has not ended. */
  epochIndexOf(step: number): number {
    let low = 0;
    let high = this.#epochEnds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#epochEnds[middle] ?? 0) < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * Adds the losses of consecutive steps, at a cost in proportion to their number.
   *
   * Steps that are already there are replaced, and everything after them goes: training went back. Steps
   * that were left out count as not known, and nothing is drawn for them.
   */
  append(losses: ArrayLike<number>, firstStep: number): void {
    if (losses.length === 0) return;
    if (firstStep <= this.#last) this.#rewind(firstStep);
    if (this.stepCount === 0 || firstStep - this.#last > this.capacity) {
      this.#first = firstStep;
      this.#last = firstStep - 1;
    }
    while (this.#last + 1 < firstStep) this.#put(NaN);
    for (let index = 0; index < losses.length; index++) this.#put(losses[index] ?? NaN);
    this.#version++;
  }

  /** Adds the mean of an epoch that has ended with `lastStep`. */
  appendEpoch(epoch: number, mean: number, lastStep: number): void {
    this.#epochNumbers.push(epoch);
    this.#epochMeans.push(mean);
    this.#epochEnds.push(lastStep);
    this.#version++;
  }

  /** Forgets everything. */
  clear(): void {
    this.#first = 1;
    this.#last = 0;
    this.#epochNumbers = [];
    this.#epochMeans = [];
    this.#epochEnds = [];
    this.#version++;
  }

  /**
   * Writes the least and the greatest finite loss of the steps `from … to` into `low[at]` and `high[at]`;
   * NaN if there is none. Allocates nothing, and looks at whole blocks where it can.
   */
  readExtremes(from: number, to: number, low: Float64Array, high: Float64Array, at: number): void {
    let least = Infinity;
    let greatest = -Infinity;
    const end = Math.min(to, this.#last);
    let step = Math.max(from, this.#first);
    while (step <= end) {
      const slot = step % this.capacity;
      if (slot % BLOCK === 0 && step + BLOCK - 1 <= end) {
        const block = slot / BLOCK;
        least = Math.min(least, this.#blockLow[block] ?? Infinity);
        greatest = Math.max(greatest, this.#blockHigh[block] ?? -Infinity);
        step += BLOCK;
      } else {
        const loss = this.#losses[slot] ?? NaN;
        if (loss < least && loss > -Infinity) least = loss;
        if (loss > greatest && loss < Infinity) greatest = loss;
        step++;
      }
    }
    low[at] = least === Infinity ? NaN : least;
    high[at] = greatest === -Infinity ? NaN : greatest;
  }

  #put(loss: number): void {
    const step = ++this.#last;
    const slot = step % this.capacity;
    const block = Math.floor(slot / BLOCK);
    if (slot % BLOCK === 0) {
      this.#blockLow[block] = Infinity;
      this.#blockHigh[block] = -Infinity;
    }
    this.#losses[slot] = loss;
    this.#widenBlock(block, loss);
    if (this.stepCount > this.capacity) this.#first = step - this.capacity + 1;
  }

  #widenBlock(block: number, loss: number): void {
    if (!Number.isFinite(loss)) return;
    this.#blockLow[block] = Math.min(this.#blockLow[block] ?? Infinity, loss);
    this.#blockHigh[block] = Math.max(this.#blockHigh[block] ?? -Infinity, loss);
  }

  /** Makes `step` the next one to come. The block it falls into is summed up anew from the steps that stay. */
  #rewind(step: number): void {
    this.#last = step - 1;
    this.#first = Math.min(this.#first, step);
    const slot = step % this.capacity;
    const block = Math.floor(slot / BLOCK);
    this.#blockLow[block] = Infinity;
    this.#blockHigh[block] = -Infinity;
    for (let kept = block * BLOCK; kept < slot; kept++) this.#widenBlock(block, this.#losses[kept] ?? NaN);
    const epochs = this.epochIndexOf(step);
    this.#epochNumbers.length = epochs;
    this.#epochMeans.length = epochs;
    this.#epochEnds.length = epochs;
  }
}
