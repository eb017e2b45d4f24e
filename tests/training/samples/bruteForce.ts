import { readFileSync } from 'node:fs';
import { parseBoston } from '../../../src/datasets/bostonHousing';
import type { Trainer } from '../../../src/engine';
import { Course } from '../../../src/training/history/course';
import { settingsAt, type Change, type RunPlan } from '../../../src/training/plan';
import type { TrainingData } from '../../../src/training/protocol';
import type { Rewindable } from '../../../src/training/samples/sampledSteps';
import { tablesOf } from '../../../src/training/tables';

const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));

/** The table as it was measured. */
export const DATA: TrainingData = { features: boston.features, target: boston.target, featureCount: boston.featureNames.length };

/** The lesson's run. */
export const PLAN: RunPlan = {
  hidden: 4,
  activation: 'sigmoid',
  weights: 'lesson',
  seed: 1,
  heldOut: 0,
  splitSeed: 1,
  scaled: true,
};

/** The lesson's settings. */
export const FIRST: Change = { step: 1, learningRate: 0.01, batchSize: 11, order: 'resampled' };

/** A trainer that has gone all the way from the start to before a step. */
export function trainedTo(step: number, plan: RunPlan = PLAN, changes: readonly Change[] = [FIRST]): Trainer {
  const { trainer } = new Course(tablesOf(DATA, plan), plan, changes[0] ?? FIRST);
  const settle = (next: number): void => {
    const { learningRate, batchSize, order } = settingsAt(changes, next) ?? FIRST;
    Object.assign(trainer, { learningRate, batchSize, order });
  };
  for (let next = 1; next < step; next++) {
    settle(next);
    trainer.step();
  }
  settle(step);
  return trainer;
}

/** A run that is gone through anew from its start for every look at it. */
export function rewindable(steps: number, plan?: RunPlan, changes?: readonly Change[]): Rewindable {
  return { steps, goTo: (step) => trainedTo(step, plan, changes) };
}

/** Exhausts a computation: what it yielded on its way, and its result. */
export function finish<Result>(portions: Generator<number, Result>): { readonly shares: number[]; readonly result: Result } {
  const shares: number[] = [];
  for (;;) {
    const next = portions.next();
    if (next.done === true) return { shares, result: next.value };
    shares.push(next.value);
  }
}
