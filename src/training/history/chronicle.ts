import { historyUntil, type Change, type StepSettings } from '../plan';
import { Checkpoints } from './checkpoints';
import type { Course } from './course';
import type { Past } from './rewinder';

/** Writes down what happens in a run while it happens: the changes of its settings, and states to come back to. */
export class Chronicle implements Past {
  readonly checkpoints: Checkpoints;
  readonly #course: Course;
  #changes: readonly Change[];

  /**
   * @param changes what is known already
   * @param checkpoints those of a run that shares the past
   */
  constructor(course: Course, changes: readonly Change[] = [], checkpoints?: Checkpoints) {
    this.#course = course;
    this.#changes = changes;
    this.checkpoints = checkpoints ?? new Checkpoints(course.trainer.program.parameters.length);
    this.checkpoints.note(course);
  }

  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** How many steps have been taken. */
  get steps(): number {
    return this.#course.steps;
  }

  /** Says what the next step will be taken with. @returns the change that this makes; undefined if it makes none */
  settle({ learningRate, batchSize, order }: StepSettings): Change | undefined {
    const step = this.steps + 1;
    // A replay that was broken off leaves changes behind that did not come about.
    if ((this.#changes.at(-1)?.step ?? 0) >= step) this.#changes = historyUntil(this, this.steps).changes;
    const before = this.#changes.at(-1);
    if (before?.learningRate === learningRate && before.batchSize === batchSize && before.order === order) return undefined;
    const change: Change = { step, learningRate, batchSize, order };
    this.#changes = [...this.#changes, change];
    return change;
  }

  /** Looks at where a step has led. */
  note(): void {
    this.checkpoints.note(this.#course);
  }
}
