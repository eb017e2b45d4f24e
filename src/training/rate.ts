/** Measures steps per second over a sliding second of slices. */
export class RateMeter {
  readonly #slices: { readonly at: number; readonly steps: number }[] = [];

  /** Notes that `steps` steps had been taken in all at time `at`, in milliseconds. */
  note(at: number, steps: number): void {
    this.#slices.push({ at, steps });
    while (this.#slices.length > 2 && at - (this.#slices[1]?.at ?? at) > 1000) this.#slices.shift();
  }

  /** Steps per second; 0 until there are two notes some time apart. */
  get stepsPerSecond(): number {
    const first = this.#slices[0];
    const last = this.#slices.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at) return 0;
    return ((last.steps - first.steps) * 1000) / (last.at - first.at);
  }

  /** Forgets: training has been paused. */
  clear(): void {
    this.#slices.length = 0;
  }
}
