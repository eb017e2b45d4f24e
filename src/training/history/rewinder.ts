import type { Trainer } from '../../engine';
import { settingsAt, type Change } from '../plan';
import type { Checkpoints } from './checkpoints';
import type { Course } from './course';

/** What a rewinder needs of the run that it goes back in. It may grow meanwhile. */
export interface Past {
  readonly checkpoints: Checkpoints;
  readonly changes: readonly Change[];
  /** How many steps have been taken. */
  readonly steps: number;
}

/**
 * Goes to any step of a run, on a course of its own: from the nearest checkpoint, or from where it stands if that is
 * nearer, by taking the same steps again with the settings that they were taken with.
 */
export class Rewinder {
  readonly #past: Past;
  readonly #course: Course;
  #replayed = 0;

  /** @param course one with the plan of the run, which nobody else uses */
  constructor(past: Past, course: Course) {
    this.#past = past;
    this.#course = course;
  }

  /** How many steps the run has taken. */
  get steps(): number {
    return this.#past.steps;
  }

  /** How many steps have been taken again since `aim`. */
  get replayed(): number {
    return this.#replayed;
  }

  /** Goes to the nearest place from which step number `step` (from 1) can be reached. `approach` does the rest. */
  aim(step: number): void {
    const target = step - 1;
    const nearest = this.#past.checkpoints.nearestSteps(target);
    this.#replayed = 0;
    const { steps } = this.#course;
    if (steps > target || steps < nearest) {
      const state = this.#past.checkpoints.nearest(target);
      if (state === undefined) throw new RangeError(`There is no checkpoint at or before step ${target}`);
      this.#course.restore(state);
    }
  }

  /** Takes up to `most` of the steps that lead to before step number `step`. @returns whether it stands there */
  approach(step: number, most: number): boolean {
    for (let taken = 0; taken < most && this.#course.steps < step - 1; taken++) {
      this.#applyFor(this.#course.steps + 1);
      this.#course.step();
      this.#replayed++;
    }
    if (this.#course.steps < step - 1) return false;
    this.#applyFor(step);
    return true;
  }

  /** The trainer as it was before step number `step`, with the settings that the step was taken with. */
  goTo(step: number): Trainer {
    this.aim(step);
    this.approach(step, Infinity);
    return this.#course.trainer;
  }

  /** The course, where `approach` has brought it. */
  get course(): Course {
    return this.#course;
  }

  #applyFor(step: number): void {
    const settings = settingsAt(this.#past.changes, step);
    if (settings !== undefined) this.#course.apply(settings);
  }
}
