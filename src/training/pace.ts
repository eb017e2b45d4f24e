/** How long one slice of training may take, so that messages are heard in between. */
export const SLICE_MS = 10;
/** How often an iteration is recorded for the graph to follow: what the eye can take. */
export const FOLLOW_MS = 700;

/** Keeps training to so many steps per second. */
export class Throttle {
  readonly perSecond: number;
  #since: number;
  #stepsThen: number;

  /** @param perSecond Infinity for as fast as the machine can. @param steps how many steps had been taken at time `now`, in milliseconds */
  constructor(perSecond: number, now: number, steps: number) {
    this.perSecond = perSecond;
    this.#since = now;
    this.#stepsThen = steps;
  }

  /** How many steps are due at time `now`, when `steps` have been taken. */
  due(now: number, steps: number): number {
    if (!Number.isFinite(this.perSecond)) return Infinity;
    const due = Math.floor(this.#stepsThen + ((now - this.#since) * this.perSecond) / 1000) - steps;
    // More than a second behind, the machine was asleep or cannot keep up: go on from here rather than rush.
    if (due <= Math.max(2, this.perSecond)) return due;
    this.#since = now;
    this.#stepsThen = steps + 1;
    return 1;
  }

  /** How long to wait for the next steps, in milliseconds; short enough that a change of pace is soon felt. */
  get wait(): number {
    return Number.isFinite(this.perSecond) ? Math.min(250, Math.max(4, 1000 / this.perSecond)) : 0;
  }
}
