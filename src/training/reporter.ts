import type { Tensor, Trainer } from '../engine';
import { EpochCounter } from './epochs';
import type { EpochMean, Progress, Reply } from './protocol';
import { RateMeter } from './rate';

/** How often the page hears of progress: a little more than once a frame would be waste. */
const REPORT_MS = 32;
/** How often the predictions for the whole data set are sent. */
const PREDICT_MS = 100;

/** Keeps count of a training, and reports on it. */
export class Reporter {
  /** The epoch that training will end with. */
  targetEpoch = 0;
  readonly #trainer: Trainer;
  readonly #epochs = new EpochCounter();
  readonly #rate = new RateMeter();
  #losses: number[] = [];
  #epochMeans: EpochMean[] = [];
  #reportedAt = -Infinity;
  #predictedAt = -Infinity;

  constructor(trainer: Trainer) {
    this.#trainer = trainer;
  }

  /** Epochs completed. */
  get epochs(): number {
    return this.#epochs.completed;
  }

  /** Counts a step that the trainer has taken. */
  count(loss: number): void {
    this.#losses.push(loss);
    const ended = this.#epochs.add(loss, this.#trainer.steps, this.#trainer.stepsPerEpoch);
    if (ended !== undefined) this.#epochMeans.push(ended);
  }

  /** Measures the rate anew: training begins, pauses, or changes its pace. */
  restartRate(): void {
    this.#rate.clear();
  }

  /** Notes at time `at` how far training has come. */
  noteRate(at: number): void {
    this.#rate.note(at, this.#trainer.steps);
  }

  /**
   * What there is to tell at time `at`; undefined if the page has been told only just now, unless it must be at once.
   * @param predict what the network says of every example; asked now and then, or never if it is left out
   */
  report(run: number, at: number, atOnce: boolean, predict?: () => Tensor): Reply | undefined {
    if (!atOnce && at - this.#reportedAt < REPORT_MS) return undefined;
    this.#reportedAt = at;
    const predicts = predict !== undefined && (atOnce || at - this.#predictedAt >= PREDICT_MS);
    if (predicts) this.#predictedAt = at;
    const [losses, epochMeans] = [Float64Array.from(this.#losses), this.#epochMeans];
    this.#losses = [];
    this.#epochMeans = [];
    return { type: 'progress', run, progress: this.progress(), losses, epochMeans, ...(predicts ? { predictions: predict() } : {}) };
  }

  progress(): Progress {
    const { stepsPerSecond } = this.#rate;
    const { stepsPerEpoch, steps } = this.#trainer;
    const toTheTarget = (this.targetEpoch - this.#epochs.completed) * stepsPerEpoch - this.#epochs.stepsInEpoch;
    const stepsLeft = Math.max(0, toTheTarget);
    return {
      steps,
      epochs: this.#epochs.completed,
      targetEpoch: this.targetEpoch,
      stepsPerEpoch,
      stepsLeft,
      stepsPerSecond,
      secondsLeft: stepsPerSecond > 0 ? stepsLeft / stepsPerSecond : NaN,
    };
  }
}
