import type { Trainer } from '../../../src/engine';
import { Course } from '../../../src/training/history/course';
import { settingsAt, type Change, type RunPlan } from '../../../src/training/plan';
import type { Rewindable } from '../../../src/training/samples/rewindable';
import { tablesOf } from '../../../src/training/tables';
import { bostonData, LESSON_PLAN } from '../bostonRun';

/** The lesson's run with fewer units, which is sooner gone through. */
export const PLAN: RunPlan = { ...LESSON_PLAN, hidden: 4 };

/** The lesson's settings. */
export const FIRST: Change = { step: 1, learningRate: 0.01, batchSize: 11, order: 'resampled' };

/** A trainer that has gone all the way from the start to before a step. */
export function trainedTo(step: number, plan: RunPlan = PLAN, changes: readonly Change[] = [FIRST]): Trainer {
  const run = new FromTheStart(step, plan, changes);
  run.aim();
  run.approach(step, Infinity);
  return run.course.trainer;
}

/** A run that is gone through anew from its start for every look at it. */
export class FromTheStart implements Rewindable {
  /** How many steps have been taken in all. */
  taken = 0;
  course: { readonly trainer: Trainer };

  constructor(
    readonly steps: number,
    readonly plan: RunPlan = PLAN,
    readonly changes: readonly Change[] = [FIRST],
  ) {
    this.course = this.#first();
  }

  aim(): void {
    this.course = this.#first();
  }

  approach(step: number, most: number): boolean {
    const { trainer } = this.course;
    for (let more = most; more > 0 && trainer.steps < step - 1; more--) {
      this.#settle(trainer.steps + 1);
      trainer.step();
      this.taken++;
    }
    if (trainer.steps < step - 1) return false;
    this.#settle(step);
    return true;
  }

  #first(): { readonly trainer: Trainer } {
    return new Course(tablesOf(bostonData, this.plan), this.plan, this.changes[0] ?? FIRST);
  }

  #settle(next: number): void {
    const { learningRate, batchSize, order } = settingsAt(this.changes, next) ?? FIRST;
    Object.assign(this.course.trainer, { learningRate, batchSize, order });
  }
}

/** Exhausts a computation: what it yielded on its way, its result, and the most steps that `runs` took at a go. */
export function finish<Result>(
  portions: Generator<number, Result>,
  ...runs: readonly FromTheStart[]
): { readonly shares: number[]; readonly result: Result; readonly most: number } {
  const shares: number[] = [];
  let most = 0;
  const taken = (): number => runs.reduce((sum, run) => sum + run.taken, 0);
  for (;;) {
    const before = taken();
    const next = portions.next();
    most = Math.max(most, taken() - before);
    if (next.done === true) return { shares, result: next.value, most };
    shares.push(next.value);
  }
}
