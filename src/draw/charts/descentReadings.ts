import type { Readings } from './pixelColumns';

/** The values of a function in the order of a descent's iterations, which are counted from 0. */
export interface DescentValues {
  /** May be longer than `count`: room to grow into. */
  readonly values: ArrayLike<number>;
  readonly count: number;
}

/** The value at an iteration; NaN if there is none. */
export function valueAt({ values, count }: DescentValues, iteration: number): number {
  return iteration >= 0 && iteration < count ? (values[iteration] ?? NaN) : NaN;
}

/** Whether a logarithmic axis can show the values: every finite one is above 0. */
export function allPositive({ values, count }: DescentValues): boolean {
  for (let iteration = 0; iteration < count; iteration++) {
    const value = values[iteration] ?? NaN;
    if (value <= 0 && value > -Infinity) return false;
  }
  return true;
}

/** Such values as readings that can be decimated. */
export class DescentReadings implements Readings {
  readonly firstStep = 0;
  #values: ArrayLike<number> = [];
  #count = 0;

  /** Reads these from now on. */
  take({ values, count }: DescentValues): void {
    this.#values = values;
    this.#count = Math.min(count, values.length);
  }

  get lastStep(): number {
    return this.#count - 1;
  }

  readExtremes(from: number, to: number, low: Float64Array, high: Float64Array, at: number): void {
    let least = Infinity;
    let greatest = -Infinity;
    for (let iteration = from; iteration <= to; iteration++) {
      const value = this.#values[iteration] ?? NaN;
      if (value < least && value > -Infinity) least = value;
      if (value > greatest && value < Infinity) greatest = value;
    }
    low[at] = least === Infinity ? NaN : least;
    high[at] = greatest === -Infinity ? NaN : greatest;
  }
}
