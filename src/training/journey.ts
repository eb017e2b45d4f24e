import type { Recording } from '../engine';
import { Evaluation } from './evaluation';
import { VitalsTaker } from './health/takeVitals';
import { Chronicle } from './history/chronicle';
import { Course } from './history/course';
import { Rewinder } from './history/rewinder';
import { Seeker } from './history/seeker';
import type { SessionHost } from './host';
import { parametersHash } from './parametersHash';
import { settingsAt, type RunEnd, type RunHistory, type StepSettings } from './plan';
import type { EpochMean, OpenRequest, Reply } from './protocol';
import { Reporter, type ReportExtras } from './reporter';
import { tablesOf, type RunTables } from './tables';

/** The network is looked over after an epoch, but not more often than this, in steps. */
const LEAST_BETWEEN_VITALS = 20;

/** Parameters times batch size, from which on a step takes a good part of a millisecond. */
const LARGE = 50_000;

/** A network on its way, and all that is kept of it: its past, and what is to be told of every step. */
export class Journey {
  readonly course: Course;
  readonly reporter: Reporter;
  readonly evaluation: Evaluation;
  readonly #request: OpenRequest;
  readonly #tables: RunTables;
  readonly #chronicle: Chronicle;
  readonly #vitals: VitalsTaker;

  /**
   * @param parent one that shares the past, if the request names it: the journey begins near the end of that
   * @throws GraphError or RangeError if data or settings make no sense
   */
  constructor(request: OpenRequest, parent?: Journey) {
    const { settings, plan, data, history } = request;
    this.#request = request;
    this.#tables = tablesOf(data, plan);
    this.course = new Course(this.#tables, plan, settings);
    const shared = history === undefined || parent === undefined ? undefined : parent.#chronicle.checkpoints.until(history.steps - 1);
    const state = shared?.nearest(Infinity);
    if (state !== undefined) this.course.restore(state);
    this.#chronicle = new Chronicle(this.course, history?.changes, state === undefined ? undefined : shared);
    this.reporter = new Reporter(this.course);
    const { graph } = this.course.trainer.program;
    this.evaluation = new Evaluation(this.course.trainer, this.#tables, graph.output);
    this.#vitals = new VitalsTaker(graph);
  }

  /** How many steps have been taken. */
  get steps(): number {
    return this.course.steps;
  }

  /** Whether numbers have left the finite ones, so that there is no next step. */
  get hasDiverged(): boolean {
    return this.course.trainer.divergence !== undefined;
  }

  /** The learning rate of the last step; NaN before the first. */
  get lastRate(): number {
    return settingsAt(this.#chronicle.changes, this.steps)?.learningRate ?? NaN;
  }

  /** Looking at the clock costs as much as a step of the small network, and next to nothing beside one of a large one. */
  get stepsPerLook(): number {
    const { program, batchSize } = this.course.trainer;
    return program.parameters.length * batchSize > LARGE ? 1 : 8;
  }

  /** Takes the next step with these settings. @returns the epoch that it ended, if it did */
  step(settings: StepSettings): EpochMean | undefined {
    this.#settle(settings);
    return this.#count(this.course.trainer.step());
  }

  /** The same step, with everything recorded that happens in it. */
  recordStep(settings: StepSettings): { readonly recording: Recording; readonly ended: EpochMean | undefined } {
    this.#settle(settings);
    const recording = this.course.trainer.recordStep();
    return { recording, ended: this.#count(this.course.trainer.loss) };
  }

  /** Takes a step of the past again. */
  replayStep({ changes }: RunHistory): void {
    const settings = settingsAt(changes, this.steps + 1);
    if (settings !== undefined) this.course.apply(settings);
    this.#count(this.course.trainer.step());
  }

  /** Goes to any step of the past, on a course of its own. */
  rewinder(): Rewinder {
    return new Rewinder(this.#chronicle, new Course(this.#tables, this.#request.plan, this.#request.settings));
  }

  /** Goes to steps of the past one after the other, in slices. */
  seeker(host: SessionHost): Seeker {
    const rewinder = this.rewinder();
    const { trainer } = rewinder.course;
    return new Seeker(host, rewinder, new Evaluation(trainer, this.#tables, trainer.program.graph.output));
  }

  /** What there is to tell at time `at`, with where it stands if it rests. */
  report(at: number, atOnce: boolean, rests: boolean): Reply | undefined {
    const extras: ReportExtras = { predict: () => this.evaluation.predictions(), end: rests ? this.end() : undefined };
    return this.reporter.report(this.#request.run, at, atOnce, extras);
  }

  /** Where it stands; undefined before its first step. */
  end(): RunEnd | undefined {
    const { trainer } = this.course;
    return this.steps === 0 ? undefined : { loss: trainer.loss, parameters: parametersHash(trainer.program.parameters) };
  }

  /** What the step to come is taken with belongs to the history. */
  #settle(settings: StepSettings): void {
    const change = this.#chronicle.settle(settings);
    if (change !== undefined) this.reporter.change(change);
  }

  #count(loss: number): EpochMean | undefined {
    const { trainer, epochs } = this.course;
    const mean = this.course.count(loss);
    this.#chronicle.note();
    this.reporter.count(loss, trainer.gradientNorm);
    const { steps } = this;
    const every = Math.max(LEAST_BETWEEN_VITALS, trainer.stepsPerEpoch);
    if (steps % every === 0 || steps === 1 || this.hasDiverged) this.reporter.vitals(this.#vitals.take(trainer.program, steps));
    if (mean === undefined) return undefined;
    const test = this.evaluation.testLoss();
    const epoch = { epoch: epochs.completed, mean, lastStep: steps, ...(test === undefined ? {} : { test }) };
    this.reporter.epoch(epoch);
    return epoch;
  }
}
