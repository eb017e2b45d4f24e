/* eslint-disable @typescript-eslint/no-non-null-assertion -- places come from the list of steps, which is as long as the slabs are filled */
import { BATCH_ORDERS } from '../../engine';
import type { Course, CourseState } from './course';

/** As many checkpoints are kept of a run, before they are thinned. */
export const CHECKPOINT_CAPACITY = 1024;

/** Room for so many to begin with; it doubles until the capacity is reached. */
const FIRST_ROOM = 16;

/** Numbers of a state beside its parameters: order, word, given; completed, stepsInEpoch, lossSum. */
const EXTRAS = 6;

/**
 * States of a course, from which any step can be reached again. One is kept after every `interval` steps; whenever there
 * is no room left, every second one goes and the interval doubles. So a run of n steps, whatever n is, keeps between
 * half of the capacity and all of it, evenly spread, and a replay never takes more than 2 n / capacity steps. A branch goes
 * on with the interval of the run that it left.
 */
export class Checkpoints {
  readonly #capacity: number;
  /** How many steps had been taken, in order. */
  #steps: number[] = [];
  #extras: Float64Array<ArrayBuffer>;
  #parameters: Float64Array<ArrayBuffer>;
  readonly #size: number;
  #interval = 1;

  /**
   * @param size how many parameters there are
   * @param capacity how many states are kept at most, at least 1: the first is never let go
   */
  constructor(size: number, capacity: number = CHECKPOINT_CAPACITY) {
    if (!(Number.isInteger(capacity) && capacity >= 1)) throw new RangeError(`capacity is ${capacity}; it must be a whole number from 1`);
    this.#size = size;
    this.#capacity = capacity;
    const room = Math.min(FIRST_ROOM, capacity);
    this.#extras = new Float64Array(room * EXTRAS);
    this.#parameters = new Float64Array(room * size);
  }

  /** How many are kept. */
  get count(): number {
    return this.#steps.length;
  }

  /** After how many steps one is kept. */
  get interval(): number {
    return this.#interval;
  }

  /** How much memory they take, in bytes. */
  get bytes(): number {
    return this.#extras.byteLength + this.#parameters.byteLength + 8 * this.#steps.length;
  }

  /** Keeps where the course stands, if it is time to. To be called before its first step and after every one. */
  note(course: Course): void {
    const { steps } = course;
    if (steps % this.#interval !== 0 || steps <= (this.#steps.at(-1) ?? -1)) return;
    if (this.#steps.length === this.#capacity) {
      this.#halve();
      if (steps % this.#interval !== 0 || this.#steps.length === this.#capacity) return;
    }
    const at = this.#steps.length;
    if ((at + 1) * EXTRAS > this.#extras.length) this.#grow();
    const { order, word, given } = course.trainer.batches;
    const { completed, stepsInEpoch, lossSum } = course.epochs.state;
    this.#extras.set([BATCH_ORDERS.indexOf(order), word, given, completed, stepsInEpoch, lossSum], at * EXTRAS);
    this.#parameters.set(course.trainer.program.parameters, at * this.#size);
    this.#steps.push(steps);
  }

  /** The latest state with at most so many steps taken; undefined if there is none. A copy. */
  nearest(steps: number): CourseState | undefined {
    const at = this.#steps.findLastIndex((one) => one <= steps);
    if (at === -1) return undefined;
    const [order, word, given, completed, stepsInEpoch, lossSum] = this.#extras.subarray(at * EXTRAS, (at + 1) * EXTRAS);
    return {
      trainer: {
        steps: this.#steps[at]!,
        batches: { order: BATCH_ORDERS[order!]!, word: word!, given: given! },
        parameters: this.#parameters.slice(at * this.#size, (at + 1) * this.#size),
      },
      epochs: { completed: completed!, stepsInEpoch: stepsInEpoch!, lossSum: lossSum! },
    };
  }

  /** How many steps the nearest state at or before so many steps has; −1 if there is none. */
  nearestSteps(steps: number): number {
    return this.#steps.findLast((one) => one <= steps) ?? -1;
  }

  /** A copy of those with at most so many steps, which goes on by itself. */
  until(steps: number): Checkpoints {
    const copy = new Checkpoints(this.#size, this.#capacity);
    copy.#steps = this.#steps.filter((one) => one <= steps);
    copy.#interval = this.#interval;
    const room = Math.max(1, copy.#steps.length);
    copy.#extras = this.#extras.slice(0, room * EXTRAS);
    copy.#parameters = this.#parameters.slice(0, room * this.#size);
    return copy;
  }

  /** Lets go of all that are not to be kept, but for the first. */
  thin(keep: (steps: number) => boolean): void {
    let to = 0;
    this.#steps.forEach((steps, from) => {
      if (from > 0 && !keep(steps)) return;
      this.#extras.copyWithin(to * EXTRAS, from * EXTRAS, (from + 1) * EXTRAS);
      this.#parameters.copyWithin(to * this.#size, from * this.#size, (from + 1) * this.#size);
      this.#steps[to++] = steps;
    });
    this.#steps.length = to;
  }

  #halve(): void {
    this.#interval *= 2;
    this.thin((steps) => steps % this.#interval === 0);
  }

  #grow(): void {
    const room = Math.min(this.#capacity, (2 * this.#extras.length) / EXTRAS);
    const [extras, parameters] = [new Float64Array(room * EXTRAS), new Float64Array(room * this.#size)];
    extras.set(this.#extras);
    parameters.set(this.#parameters);
    [this.#extras, this.#parameters] = [extras, parameters];
  }
}
