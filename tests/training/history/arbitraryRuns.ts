import fc from 'fast-check';
import { BATCH_ORDERS } from '../../../src/engine';
import { ACTIVATIONS, INITIAL_WEIGHTS } from '../../../src/lessons/network';
import type { Change, RunPlan, StepSettings } from '../../../src/training/plan';
import type { TrainingData } from '../../../src/training/protocol';
import { settingsAt } from '../../../src/training/plan';
import { Course, type CourseState } from '../../../src/training/history/course';
import { tablesOf } from '../../../src/training/tables';

/** A plan, a small table, and what happens: everything that a run depends on. */
export interface ArbitraryRun {
  readonly plan: RunPlan;
  readonly data: TrainingData;
  readonly changes: readonly Change[];
  readonly steps: number;
}

const ROWS = 13;

/** Fewer than are left to train on when a third is held out. */
const MOST_IN_BATCH = 8;

const aPlan: fc.Arbitrary<RunPlan> = fc.record({
  hidden: fc.integer({ min: 1, max: 4 }),
  activation: fc.constantFrom(...ACTIVATIONS),
  weights: fc.constantFrom(...INITIAL_WEIGHTS),
  seed: fc.integer({ min: 0, max: 1e9 }),
  heldOut: fc.constantFrom(0, 0.2, 0.3),
  splitSeed: fc.integer({ min: 0, max: 1e6 }),
  scaled: fc.boolean(),
});

const someSettings: fc.Arbitrary<StepSettings> = fc.record({
  learningRate: fc.double({ min: 1e-4, max: 0.05, noNaN: true }),
  batchSize: fc.integer({ min: 1, max: MOST_IN_BATCH }),
  order: fc.constantFrom(...BATCH_ORDERS),
});

const someData: fc.Arbitrary<TrainingData> = fc
  .integer({ min: 1, max: 3 })
  .chain((featureCount) =>
    fc.record({
      features: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: ROWS * featureCount, maxLength: ROWS * featureCount }).map((cells) => Float64Array.from(cells)),
      target: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: ROWS, maxLength: ROWS }).map((cells) => Float64Array.from(cells)),
      featureCount: fc.constant(featureCount),
    }),
  );

/** Random networks, tables, settings and changes of settings on the way. */
export const aRun: fc.Arbitrary<ArbitraryRun> = fc
  .record({
    plan: aPlan,
    data: someData,
    first: someSettings,
    later: fc.uniqueArray(fc.tuple(fc.integer({ min: 2, max: 40 }), someSettings), { maxLength: 4, selector: ([step]) => step }),
    steps: fc.integer({ min: 1, max: 45 }),
  })
  .map(({ plan, data, first, later, steps }) => ({
    plan,
    data,
    steps,
    changes: [{ step: 1, ...first }, ...later.map(([step, settings]) => ({ step, ...settings })).sort((a, b) => a.step - b.step)],
  }));

/** A course at the beginning of a run. */
export function courseOf({ plan, data, changes }: ArbitraryRun): Course {
  const [first] = changes;
  if (first === undefined) throw new Error('a run has settings to begin with');
  return new Course(tablesOf(data, plan), plan, first);
}

/** The truth: where an uninterrupted run stood before every step, from number 1 to one more than it has taken. */
export function statesOf(run: ArbitraryRun, each: (course: Course) => void = () => undefined): CourseState[] {
  const course = courseOf(run);
  each(course);
  const states = [course.state];
  for (let step = 1; step <= run.steps; step++) {
    const settings = settingsAt(run.changes, step);
    if (settings !== undefined) course.apply(settings);
    course.step();
    each(course);
    states.push(course.state);
  }
  return states;
}
