/** As many steps as are kept: beyond that the oldest go. */
export const STEP_CAPACITY = 2 ** 23;

/** Steps per block whose extremes are known beforehand. It divides every length of the ring, so blocks never straddle its seam. */
const BLOCK = 32;

/** The length that a ring begins with. */
const FIRST_LENGTH = 1024;

/**
 * One number for each SGD step of a training run.
 *
 * Steps are counted from 1 and follow one another. The object is mutable, so that a step costs no allocation beyond
 * the doubling of its room; `version` grows with every change and tells a reader whether to look again. The numbers
 * lie in a ring, which grows until it holds `capacity` of them.
 */
export class StepSeries {
  readonly capacity: number;
  #numbers: Float64Array;
  #blockLow: Float64Array;
  #blockHigh: Float64Array;
  #first = 1;
  #last = 0;
  #version = 0;
  #revision = 0;

  /** @param capacity how many steps are kept, a positive multiple of 32. */
  constructor(capacity: number = STEP_CAPACITY) {
    if (!(capacity > 0) || capacity % BLOCK !== 0) {
      throw new RangeError(`capacity is ${capacity}; it must be a positive multiple of ${BLOCK}`);
    }
    this.capacity = capacity;
    const length = Math.min(capacity, FIRST_LENGTH);
    this.#numbers = new Float64Array(length);
    this.#blockLow = new Float64Array(length / BLOCK);
    this.#blockHigh = new Float64Array(length / BLOCK);
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** Grows whenever steps that had been there were forgotten or replaced; while it stands, steps have only been added. */
  get revision(): number {
    return this.#revision;
  }

  /** How much memory it takes, in bytes. */
  get bytes(): number {
    return this.#numbers.byteLength + this.#blockLow.byteLength + this.#blockHigh.byteLength;
  }

  /** The oldest step whose number is still kept; 1 + `lastStep` when there is none. */
  get firstStep(): number {
    return this.#first;
  }

  /** The newest step; 0 before the first. */
  get lastStep(): number {
    return this.#last;
  }

  /** How many steps are kept. */
  get stepCount(): number {
    return this.#last - this.#first + 1;
  }

  /** The number of a step; NaN if it is not kept. */
  at(step: number): number {
    return step >= this.#first && step <= this.#last ? (this.#numbers[step % this.#numbers.length] ?? NaN) : NaN;
  }

  /**
   * Adds the numbers of consecutive steps, at a cost in proportion to how many they are.
   *
   * Steps that are already there are replaced, and everything after them goes: training went back. Steps
   * that were left out count as not known, and nothing is drawn for them.
   */
  append(values: ArrayLike<number>, firstStep: number): void {
    if (values.length === 0) return;
    if (firstStep <= this.#last) this.#rewind(firstStep);
    if (this.stepCount === 0 || firstStep - this.#last > this.capacity) {
      this.#first = firstStep;
      this.#last = firstStep - 1;
    }
    this.#reserve(firstStep + values.length - this.#first);
    while (this.#last + 1 < firstStep) this.#put(NaN);
    for (let index = 0; index < values.length; index++) this.#put(values[index] ?? NaN);
    this.changed();
  }

  /** Forgets everything. */
  clear(): void {
    this.#first = 1;
    this.#last = 0;
    this.#revision++;
    this.changed();
  }

  /** An independent copy of the steps up to and including `step`. */
  until(step: number): StepSeries {
    const copy = new StepSeries(this.capacity);
    copy.take(this, step);
    return copy;
  }

  /**
   * Writes the least and the greatest finite number of the steps `from … to` into `low[at]` and `high[at]`;
   * NaN if there is none. Allocates nothing, and looks at whole blocks where it can.
   */
  readExtremes(from: number, to: number, low: Float64Array, high: Float64Array, at: number): void {
    let least = Infinity;
    let greatest = -Infinity;
    const end = Math.min(to, this.#last);
    let step = Math.max(from, this.#first);
    while (step <= end) {
      const slot = step % this.#numbers.length;
      if (slot % BLOCK === 0 && step + BLOCK - 1 <= end) {
        const block = slot / BLOCK;
        least = Math.min(least, this.#blockLow[block] ?? Infinity);
        greatest = Math.max(greatest, this.#blockHigh[block] ?? -Infinity);
        step += BLOCK;
      } else {
        const value = this.#numbers[slot] ?? NaN;
        if (value < least && value > -Infinity) least = value;
        if (value > greatest && value < Infinity) greatest = value;
        step++;
      }
    }
    low[at] = least === Infinity ? NaN : least;
    high[at] = greatest === -Infinity ? NaN : greatest;
  }

  /** The step of the greatest finite number, the first of several; undefined if there is none. */
  greatest(): number | undefined {
    let best: number | undefined;
    let greatest = -Infinity;
    let step = this.#first;
    while (step <= this.#last) {
      const slot = step % this.#numbers.length;
      const whole = slot % BLOCK === 0 && step + BLOCK - 1 <= this.#last;
      if (whole && !((this.#blockHigh[slot / BLOCK] ?? -Infinity) > greatest)) {
        step += BLOCK;
        continue;
      }
      const value = this.#numbers[slot] ?? NaN;
      if (value > greatest && value < Infinity) {
        greatest = value;
        best = step;
      }
      step++;
    }
    return best;
  }

  /** Says that something has changed. */
  protected changed(): void {
    this.#version++;
  }

  /** Becomes a copy of another series' steps up to and including `step`. */
  protected take(from: StepSeries, step: number): void {
    this.clear();
    const last = Math.min(step, from.#last);
    if (last < from.#first) return;
    this.#first = from.#first;
    this.#last = from.#first - 1;
    this.#reserve(last - from.#first + 1);
    for (let kept = from.#first; kept <= last; kept++) this.#put(from.at(kept));
  }

  #put(value: number): void {
    const step = ++this.#last;
    const slot = step % this.#numbers.length;
    const block = Math.floor(slot / BLOCK);
    if (slot % BLOCK === 0) {
      this.#blockLow[block] = Infinity;
      this.#blockHigh[block] = -Infinity;
    }
    this.#numbers[slot] = value;
    this.#widenBlock(block, value);
    if (this.stepCount > this.capacity) this.#first = step - this.capacity + 1;
  }

  #widenBlock(block: number, value: number): void {
    if (!Number.isFinite(value)) return;
    this.#blockLow[block] = Math.min(this.#blockLow[block] ?? Infinity, value);
    this.#blockHigh[block] = Math.max(this.#blockHigh[block] ?? -Infinity, value);
  }

  /** Makes room for so many steps, as far as the capacity goes. Blocks stay whole: their steps only move together. */
  #reserve(count: number): void {
    const before = this.#numbers.length;
    const wanted = Math.min(count, this.capacity);
    if (wanted <= before) return;
    let length = before;
    while (length < wanted) length = Math.min(2 * length, this.capacity);
    const [numbers, low, high] = [this.#numbers, this.#blockLow, this.#blockHigh];
    this.#numbers = new Float64Array(length);
    this.#blockLow = new Float64Array(length / BLOCK);
    this.#blockHigh = new Float64Array(length / BLOCK);
    for (let step = this.#first; step <= this.#last; step++) {
      const [there, here] = [step % before, step % length];
      this.#numbers[here] = numbers[there] ?? NaN;
      this.#blockLow[Math.floor(here / BLOCK)] = low[Math.floor(there / BLOCK)] ?? Infinity;
      this.#blockHigh[Math.floor(here / BLOCK)] = high[Math.floor(there / BLOCK)] ?? -Infinity;
    }
  }

  /** Makes `step` the next one to come. The block it falls into is summed up anew from the steps that stay. */
  #rewind(step: number): void {
    this.#last = step - 1;
    this.#first = Math.min(this.#first, step);
    this.#revision++;
    const slot = step % this.#numbers.length;
    const block = Math.floor(slot / BLOCK);
    this.#blockLow[block] = Infinity;
    this.#blockHigh[block] = -Infinity;
    for (let kept = block * BLOCK; kept < slot; kept++) this.#widenBlock(block, this.#numbers[kept] ?? NaN);
  }
}
