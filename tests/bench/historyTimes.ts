import { readFileSync } from 'node:fs';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { Random } from '../../src/engine';
import { Checkpoints, CHECKPOINT_CAPACITY } from '../../src/training/history/checkpoints';
import { Course } from '../../src/training/history/course';
import { Rewinder } from '../../src/training/history/rewinder';
import { Evaluation } from '../../src/training/evaluation';
import { Journey } from '../../src/training/journey';
import type { RunPlan, StepSettings } from '../../src/training/plan';
import type { OpenRequest } from '../../src/training/protocol';
import { emptySeries } from '../../src/training/runSeries';
import { tablesOf } from '../../src/training/tables';

/** The numbers of steps after which a run is looked at. */
const LENGTHS = [1_000, 10_000, 100_000, 1_000_000] as const;

/** How many states are kept at most, in the runs that are compared at 100,000 steps. */
const CAPACITIES = [4, 16, 64, 256, CHECKPOINT_CAPACITY, 4096] as const;

/** Places that are sought in each run. */
const SEEKS = 101;

const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));
const data = { features: boston.features, target: boston.target, featureCount: 13 };
const plan: RunPlan = { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true };
const settings: StepSettings = { learningRate: 0.01, batchSize: 11, order: 'resampled' };
const tables = tablesOf(data, plan);

/** How long it takes to go to a step of a run, and what keeping the run costs. */
export interface SeekTimes {
  readonly steps: number;
  readonly capacity: number;
  readonly checkpoints: number;
  readonly interval: number;
  /** Milliseconds until the step is recorded and predictions are there: the median, and the longest. */
  readonly median: number;
  readonly longest: number;
  /** Bytes of the checkpoints, and of losses and gradient norms. */
  readonly checkpointBytes: number;
  readonly seriesBytes: number;
}

/** Seek times against the length of a run. */
export function seekTimes(): SeekTimes[] {
  return runsOf(LENGTHS, CHECKPOINT_CAPACITY);
}

/** Seek times against memory, in runs of 100,000 steps. */
export function tradeOff(): SeekTimes[] {
  return CAPACITIES.flatMap((capacity) => runsOf([100_000], capacity));
}

function runsOf(lengths: readonly number[], capacity: number): SeekTimes[] {
  const course = new Course(tables, plan, settings);
  const checkpoints = new Checkpoints(course.trainer.program.parameters.length, capacity);
  const series = emptySeries();
  checkpoints.note(course);
  return lengths.map((steps) => {
    while (course.steps < steps) {
      course.step();
      checkpoints.note(course);
      series.losses.append([course.trainer.loss], course.steps);
      series.gradientNorms.append([course.trainer.gradientNorm], course.steps);
    }
    const changes = [{ step: 1, ...settings }];
    const rewinder = new Rewinder({ checkpoints, changes, steps }, new Course(tables, plan, settings));
    const { trainer } = rewinder.course;
    const evaluation = new Evaluation(trainer, tables, trainer.program.graph.output);
    const random = new Random(steps);
    const times = Array.from({ length: SEEKS }, () => {
      const step = 1 + random.below(steps);
      const begun = performance.now();
      rewinder.goTo(step).previewStep();
      evaluation.predictions();
      return performance.now() - begun;
    }).sort((a, b) => a - b);
    return {
      steps,
      capacity,
      checkpoints: checkpoints.count,
      interval: checkpoints.interval,
      median: times[SEEKS >> 1] ?? NaN,
      longest: times.at(-1) ?? NaN,
      checkpointBytes: checkpoints.bytes,
      seriesBytes: series.losses.bytes + series.gradientNorms.bytes,
    };
  });
}

/** Steps per second of CPU time: the trainer alone, and with all that is kept and told of a run. Medians of rounds in which both take turns. */
export function keepingTimes(): { readonly bare: number; readonly kept: number } {
  const [ROUNDS, STEPS] = [21, 20_000];
  const bare = new Course(tables, plan, settings);
  const request: OpenRequest = { type: 'open', run: 1, plan, data, settings: { ...settings, pace: Infinity, follow: false } };
  const kept = new Journey(request);
  const live = { ...settings, pace: Infinity, follow: false };
  const timed = (work: () => void): number => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (STEPS * 1e6) / (user + system);
  };
  const speeds = Array.from({ length: ROUNDS }, () => ({
    bare: timed(() => {
      for (let step = 0; step < STEPS; step++) bare.trainer.step();
    }),
    kept: timed(() => {
      for (let step = 0; step < STEPS; step++) {
        kept.step(live);
        // As often as the session does at this speed: every 32 ms.
        if (step % 4_000 === 0) kept.report(step, true, false);
      }
    }),
  }));
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
  return { bare: median(speeds.map((speed) => speed.bare)), kept: median(speeds.map((speed) => speed.kept)) };
}
