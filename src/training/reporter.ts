import type { Tensor } from '../engine';
import type { Vitals } from './health/vitals';
import type { Course } from './history/course';
import type { Change, RunEnd } from './plan';
import type { EpochMean, Progress, Reply } from './protocol';
import { RateMeter } from './rate';

/** How often the page hears of progress: a little more than once a frame would be waste. */
const REPORT_MS = 32;
/** How often the predictions for the whole data set are sent. */
const PREDICT_MS = 100;

/** What a report may hold beside the losses. */
export interface ReportExtras {
  /** What the network says of every row; asked now and then. */
  readonly predict?: () => Tensor;
  readonly end?: RunEnd | undefined;
}

/** Gathers what there is to tell of a training, and tells it now and then. */
export class Reporter {
  /** The epoch that training will end with. */
  targetEpoch = 0;
  /** The step that a replay will end with, while there is one. */
  targetStep: number | undefined;
  readonly #course: Course;
  readonly #rate = new RateMeter();
  #losses: number[] = [];
  #gradientNorms: number[] = [];
  #epochMeans: EpochMean[] = [];
  #changes: Change[] = [];
  #vitals: Vitals[] = [];
  #reportedAt = -Infinity;
  #predictedAt = -Infinity;

  constructor(course: Course) {
    this.#course = course;
  }

  /** A step that has been taken. */
  count(loss: number, gradientNorm: number): void {
    this.#losses.push(loss);
    this.#gradientNorms.push(gradientNorm);
  }

  /** An epoch that has ended. */
  epoch(mean: EpochMean): void {
    this.#epochMeans.push(mean);
  }

  /** Settings that the next step takes up. */
  change(change: Change): void {
    this.#changes.push(change);
  }

  /** How the network was at a step. */
  vitals(vitals: Vitals): void {
    this.#vitals.push(vitals);
  }

  /** Measures the rate anew: training begins, pauses, or changes its pace. */
  restartRate(): void {
    this.#rate.clear();
  }

  /** Notes at time `at` how far training has come. */
  noteRate(at: number): void {
    this.#rate.note(at, this.#course.steps);
  }

  /** What there is to tell at time `at`; undefined if the page has been told only just now, unless it must be at once. */
  report(run: number, at: number, atOnce: boolean, { predict, end }: ReportExtras = {}): Reply | undefined {
    if (!atOnce && at - this.#reportedAt < REPORT_MS) return undefined;
    this.#reportedAt = at;
    const predicts = predict !== undefined && (atOnce || at - this.#predictedAt >= PREDICT_MS);
    if (predicts) this.#predictedAt = at;
    const told = {
      losses: Float64Array.from(this.#losses),
      gradientNorms: Float64Array.from(this.#gradientNorms),
      epochMeans: this.#epochMeans,
      changes: this.#changes,
      vitals: this.#vitals,
    };
    this.#losses = [];
    this.#gradientNorms = [];
    this.#epochMeans = [];
    this.#changes = [];
    this.#vitals = [];
    return {
      type: 'progress',
      run,
      progress: this.progress(),
      ...told,
      ...(predicts ? { predictions: predict() } : {}),
      ...(end === undefined ? {} : { end }),
    };
  }

  progress(): Progress {
    const { stepsPerSecond } = this.#rate;
    const { epochs, steps, trainer } = this.#course;
    const { stepsPerEpoch } = trainer;
    const toTheTarget = (this.targetEpoch - epochs.completed) * stepsPerEpoch - epochs.stepsInEpoch;
    const stepsLeft = this.targetStep === undefined ? Math.max(0, toTheTarget) : this.targetStep - steps;
    return {
      steps,
      epochs: epochs.completed,
      targetEpoch: this.targetEpoch,
      stepsPerEpoch,
      stepsLeft,
      stepsPerSecond,
      secondsLeft: stepsPerSecond > 0 ? stepsLeft / stepsPerSecond : NaN,
    };
  }
}
