import type { Recording } from '../engine';
import type { SessionHost } from './host';
import type { Journey } from './journey';
import type { Reply, StopReason } from './protocol';

/** Tells the page how a run stands. */
export class Announcer {
  readonly #host: SessionHost;
  readonly #run: number;
  readonly #journey: Journey;

  constructor(host: SessionHost, run: number, journey: Journey) {
    this.#host = host;
    this.#run = run;
    this.#journey = journey;
  }

  /** The run is open: what it has come to, and the step that comes next. */
  opened(): void {
    const { course, evaluation, reporter, steps } = this.#journey;
    const end = this.#journey.end();
    this.#host.reply({
      type: 'opened',
      run: this.#run,
      recording: course.trainer.previewStep(),
      step: steps + 1,
      progress: reporter.progress(),
      predictions: evaluation.predictions(),
      ...(end === undefined ? {} : { end }),
    });
  }

  stopped(reason: StopReason): void {
    this.#host.reply({ type: 'stopped', run: this.#run, reason });
  }

  /** Where and how numbers left the finite ones. */
  diverged(): void {
    const { course, lastRate: learningRate } = this.#journey;
    const { divergence } = course.trainer;
    const end = this.#journey.end();
    if (divergence === undefined || end === undefined) return;
    this.#host.reply({ type: 'diverged', run: this.#run, divergence, learningRate, recording: course.trainer.replayLastStep(), end });
  }

  /** The step that comes next, without taking it. */
  preview(advance: boolean): void {
    this.#recorded(this.#journey.course.trainer.previewStep(), this.#journey.steps + 1, false, advance);
  }

  /** The step that comes next, with the settings of this moment, for whoever seeks it. */
  next(): void {
    const { course, evaluation, steps } = this.#journey;
    const recording = course.trainer.previewStep();
    const predictions = evaluation.predictions();
    this.#host.reply({ type: 'sought', run: this.#run, recording, step: steps + 1, taken: false, predictions, replayed: 0, milliseconds: 0 });
  }

  /** The step that has been taken last. */
  taken(recording: Recording, advance: boolean): void {
    this.#recorded(recording, this.#journey.steps, true, advance);
  }

  /** What has happened since the last report, now and then or at once. @param rests whether nothing is going on */
  report(atOnce: boolean, rests: boolean): void {
    const at = this.#host.now();
    if (!rests) this.#journey.reporter.noteRate(at);
    const report: Reply | undefined = this.#journey.report(at, atOnce, rests);
    if (report !== undefined) this.#host.reply(report);
  }

  #recorded(recording: Recording, step: number, taken: boolean, advance: boolean): void {
    this.#host.reply({ type: 'recorded', run: this.#run, recording, step, taken, advance });
  }
}
