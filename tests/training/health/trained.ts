import { readFileSync } from 'node:fs';
import { parseBoston } from '../../../src/datasets/bostonHousing';
import type { HealthInput, Remedy } from '../../../src/training/health/finding';
import { tableVitalsOf } from '../../../src/training/health/tableVitals';
import { VitalsTaker } from '../../../src/training/health/takeVitals';
import type { Vitals } from '../../../src/training/health/vitals';
import { Course } from '../../../src/training/history/course';
import type { Change, RunPlan, StepSettings } from '../../../src/training/plan';
import { emptySeries } from '../../../src/training/runSeries';
import { tablesOf } from '../../../src/training/tables';

const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));
const data = { features: boston.features, target: boston.target, featureCount: 13 };
const table = tableVitalsOf(boston.features, boston.featureNames, boston.target);

/** The lesson's run. */
const LESSON_PLAN: RunPlan = { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true };
const LESSON_SETTINGS: StepSettings = { learningRate: 0.01, batchSize: 11, order: 'resampled' };

/** A training to look at: its plan, its settings from each step on, and how long it lasts. */
export interface Training {
  readonly plan?: Partial<RunPlan>;
  readonly settings?: Partial<StepSettings>;
  /** Other settings, each from a step on. */
  readonly later?: readonly (Partial<StepSettings> & { readonly step: number })[];
  readonly steps: number;
  /** Multiplies the initial parameters. */
  readonly times?: number;
}

/** What findings are made from, and the network itself, to be asked independently of them. */
export interface Trained extends HealthInput {
  readonly course: Course;
}

/** A training of the real network on the real table, and all that its findings are made from, as of every so many steps. */
export function trained(training: Training, everyStep?: (input: HealthInput) => void): Trained {
  const plan = { ...LESSON_PLAN, ...training.plan };
  const changes = changesOf(training);
  const [first = { step: 1, ...LESSON_SETTINGS }] = changes;
  const course = new Course(tablesOf(data, plan), plan, first);
  if (training.times !== undefined) scale(course, training.times);
  const taker = new VitalsTaker(course.trainer.program.graph);
  const series = emptySeries();
  const vitals: Vitals[] = [];
  const inputNow = (): HealthInput => ({
    plan,
    changes: changes.filter(({ step }) => step <= course.steps),
    vitals,
    ...series,
    divergence: course.trainer.divergence,
    ...(table === undefined ? {} : { table }),
  });
  while (course.steps < training.steps && course.trainer.divergence === undefined) {
    const change = changes.find(({ step }) => step === course.steps + 1);
    if (change !== undefined) course.apply(change);
    const loss = course.trainer.step();
    const mean = course.count(loss);
    const { steps, trainer, epochs } = course;
    series.losses.append([loss], steps);
    series.gradientNorms.append([trainer.gradientNorm], steps);
    if (mean !== undefined) series.losses.appendEpoch(epochs.completed, mean, steps);
    if (steps === 1 || steps % Math.max(LOOK_EVERY, trainer.stepsPerEpoch) === 0 || trainer.divergence !== undefined) vitals.push(taker.take(trainer.program, steps));
    everyStep?.(inputNow());
  }
  return { ...inputNow(), course };
}

/** How often the trainer takes vitals, where an epoch is shorter. */
const LOOK_EVERY = 20;

/** The branch that a remedy tries: the same training with the change, for so many steps from where it begins. */
export function withRemedy(training: Training, { plan, settings, at }: Remedy, steps: number): Trained {
  const changes = changesOf(training);
  const last = changes.at(-1);
  const kept = changes.filter(({ step }) => step <= at);
  const [first = { step: 1, ...LESSON_SETTINGS }, ...later] = settings === undefined ? changes : [...kept, { ...last, ...settings, step: at + 1 }];
  const { learningRate, batchSize, order } = { ...LESSON_SETTINGS, ...first };
  return trained({
    ...training,
    plan: { ...training.plan, ...plan },
    settings: { learningRate, batchSize, order },
    later,
    steps: at + steps,
  });
}

/** The mean of the last losses. */
export function endLoss({ losses }: HealthInput, steps = 200): number {
  const count = Math.min(steps, losses.stepCount);
  return Array.from({ length: count }, (_, back) => losses.at(losses.lastStep - back)).reduce((sum, loss) => sum + loss, 0) / count;
}

function changesOf({ settings, later = [] }: Training): readonly Change[] {
  const changes: Change[] = [{ step: 1, ...LESSON_SETTINGS, ...settings }];
  for (const change of later) changes.push({ ...(changes.at(-1) ?? { step: 1, ...LESSON_SETTINGS }), ...change });
  return changes.map(({ learningRate, batchSize, order, step }) => ({ learningRate, batchSize, order, step }));
}

function scale({ trainer }: Course, factor: number): void {
  trainer.restore({ ...trainer.state, parameters: trainer.parameters.map((parameter) => parameter * factor) });
}
