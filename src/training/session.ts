import { checkGradient, compile, GraphError, Trainer, type Evaluator, type Recording } from '../engine';
import { buildNetwork, NETWORK_IDS } from '../lessons/network';
import { EpochCounter } from './epochs';
import type { EpochMean, LiveSettings, Progress, Reply, Request } from './protocol';
import { RateMeter } from './rate';

/** How long one slice of training may take, so that messages are heard in between. */
const SLICE_MS = 10;
/** How often the page hears of progress: a little more than once a frame would be waste. */
const REPORT_MS = 32;
/** How often the predictions for the whole data set are sent. */
const PREDICT_MS = 100;
/** How often an iteration is recorded for the graph to follow: what the eye can take. */
const FOLLOW_MS = 700;
/** The most entries of one tensor that a gradient check moves; beyond, they are spread evenly. */
const CHECK_ENTRIES = 512;

type OpenRequest = Extract<Request, { type: 'open' }>;

/** What a session needs from where it lives: a clock, a way to answer, and a way to be called again. */
export interface SessionHost {
  /** Milliseconds, monotonic. */
  now(): number;
  reply(reply: Reply): void;
  /** Calls back after at least so many milliseconds, once messages have been heard. */
  later(milliseconds: number, callback: () => void): void;
}

/**
 * One run of training at a time, driven by messages. It knows nothing of workers: the same session runs in a worker
 * or, where there are none, in the page.
 */
export class Session {
  readonly #host: SessionHost;
  #run = 0;
  #open: OpenRun | undefined;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** Handles a message. Whatever goes wrong becomes a reply. */
  handle(request: Request): void {
    try {
      if (request.type === 'open') {
        this.#run = request.run;
        this.#open?.close();
        this.#open = new OpenRun(this.#host, request);
      } else if (request.run === this.#run) this.#open?.handle(request);
    } catch (error) {
      this.#open?.close();
      this.#host.reply({ type: 'failed', run: request.run, message: messageOf(error) });
    }
  }
}

/** A network being trained. */
class OpenRun {
  readonly #host: SessionHost;
  readonly #run: number;
  readonly #trainer: Trainer;
  readonly #evaluator: Evaluator;
  readonly #epochs = new EpochCounter();
  readonly #rate = new RateMeter();
  #settings: LiveSettings;
  #closed = false;
  #training = false;
  #advanceWanted = false;
  #targetEpoch = 0;
  #losses: number[] = [];
  #epochMeans: EpochMean[] = [];
  #reportedAt = -Infinity;
  #predictedAt = -Infinity;
  #recordedAt = -Infinity;
  /** When pacing began, and how many steps had been taken then. */
  #paceStart = { at: 0, steps: 0 };

  constructor(host: SessionHost, { run, hidden, seed, settings, data }: OpenRequest) {
    const { features, target, featureCount } = data;
    const rows = target.length;
    this.#host = host;
    this.#run = run;
    this.#settings = settings;
    this.#trainer = new Trainer({
      graph: buildNetwork({ features: featureCount, hidden, batchSize: settings.batchSize, seed }),
      data: {
        [NETWORK_IDS.features]: { shape: [rows, featureCount], data: features },
        [NETWORK_IDS.target]: { shape: [rows, 1], data: target },
      },
      batchSize: settings.batchSize,
      learningRate: settings.learningRate,
      seed: seed + 1,
    });
    this.#evaluator = this.#trainer.evaluator();
    const recording = this.#trainer.previewStep();
    const predictions = this.#evaluator.run(NETWORK_IDS.prediction);
    host.reply({ type: 'opened', run, recording, progress: this.#progress(), predictions });
  }

  close(): void {
    this.#closed = true;
    this.#training = false;
  }

  handle(request: Exclude<Request, OpenRequest>): void {
    switch (request.type) {
      case 'settings':
        this.#apply(request.settings);
        break;
      case 'train':
        this.#train(request.epochs);
        break;
      case 'pause':
        if (this.#training) this.#stop('paused');
        break;
      case 'advance':
        if (this.#training) this.#advanceWanted = true;
        else if (this.#trainer.divergence === undefined) this.#advance();
        break;
      case 'check':
        this.#check(request.ticket, request.node, request.recording);
        break;
    }
  }

  #apply(settings: LiveSettings): void {
    const { batchSize, learningRate, pace } = this.#settings;
    this.#settings = settings;
    this.#trainer.batchSize = settings.batchSize;
    this.#trainer.learningRate = settings.learningRate;
    if (settings.pace !== pace) this.#restartPace();
    if (this.#training || this.#trainer.divergence !== undefined) return;
    if (settings.batchSize !== batchSize || settings.learningRate !== learningRate) {
      this.#showNext(false);
      this.#report(true);
    }
  }

  #train(epochs: number): void {
    if (this.#training || this.#trainer.divergence !== undefined) return;
    this.#training = true;
    this.#targetEpoch = this.#epochs.completed + epochs;
    this.#recordedAt = -Infinity;
    this.#restartPace();
    this.#slice();
  }

  /** Trains until the slice is over or the pace is kept, reports, and comes back. */
  #slice(): void {
    if (!this.#training || this.#closed) return;
    try {
      const begun = this.#host.now();
      const due = this.#stepsDue(begun);
      for (let taken = 0; taken < due && this.#training; taken++) {
        this.#step();
        // Looking at the clock costs as much as a step of the small network.
        if ((taken & 7) === 7 && this.#host.now() - begun > SLICE_MS) break;
      }
      // The step may have ended training: TypeScript does not see that it changes the field.
      if (this.#isTraining()) {
        this.#report(false);
        const wait = Number.isFinite(this.#settings.pace) ? Math.min(250, Math.max(4, 1000 / this.#settings.pace)) : 0;
        this.#host.later(wait, () => {
          this.#slice();
        });
      }
    } catch (error) {
      this.close();
      this.#host.reply({ type: 'failed', run: this.#run, message: messageOf(error) });
    }
  }

  #isTraining(): boolean {
    return this.#training;
  }

  #stepsDue(now: number): number {
    const { pace } = this.#settings;
    if (!Number.isFinite(pace)) return Infinity;
    const due = Math.floor(this.#paceStart.steps + ((now - this.#paceStart.at) * pace) / 1000) - this.#trainer.steps;
    // After a long pause of the machine, go on from here rather than rush.
    if (due > Math.max(2, pace)) this.#restartPace();
    return Math.min(due, Math.max(2, pace));
  }

  #restartPace(): void {
    this.#paceStart = { at: this.#host.now(), steps: this.#trainer.steps };
    this.#rate.clear();
  }

  #step(): void {
    const now = this.#advanceWanted || this.#settings.follow ? this.#host.now() : 0;
    if (this.#advanceWanted || (this.#settings.follow && now - this.#recordedAt >= FOLLOW_MS)) {
      this.#recordedAt = now;
      const recording = this.#trainer.recordStep();
      this.#count(this.#trainer.loss);
      this.#send(recording, this.#trainer.steps, true, this.#advanceWanted);
      this.#advanceWanted = false;
    } else this.#count(this.#trainer.step());
    if (this.#trainer.divergence !== undefined) this.#diverge();
    else if (this.#epochs.completed >= this.#targetEpoch) this.#stop('finished');
  }

  #count(loss: number): void {
    this.#losses.push(loss);
    const ended = this.#epochs.add(loss, this.#trainer.steps, this.#trainer.stepsPerEpoch);
    if (ended !== undefined) this.#epochMeans.push(ended);
  }

  #advance(): void {
    this.#targetEpoch = Math.max(this.#targetEpoch, this.#epochs.completed + 1);
    this.#count(this.#trainer.step());
    if (this.#trainer.divergence !== undefined) {
      this.#diverge();
      return;
    }
    this.#report(true);
    this.#showNext(true);
  }

  #stop(reason: 'paused' | 'finished'): void {
    this.#training = false;
    this.#rate.clear();
    this.#report(true);
    this.#host.reply({ type: 'stopped', run: this.#run, reason });
    this.#showNext(this.#advanceWanted);
    this.#advanceWanted = false;
  }

  #diverge(): void {
    this.#training = false;
    this.#rate.clear();
    this.#report(true);
    const { divergence } = this.#trainer;
    if (divergence === undefined) return;
    const recording = this.#trainer.replayLastStep();
    this.#host.reply({ type: 'diverged', run: this.#run, divergence, recording });
  }

  /** The step that comes next, without taking it. */
  #showNext(advance: boolean): void {
    this.#send(this.#trainer.previewStep(), this.#trainer.steps + 1, false, advance);
  }

  #send(recording: Recording, step: number, taken: boolean, advance: boolean): void {
    this.#host.reply({ type: 'recorded', run: this.#run, recording, step, taken, advance });
  }

  #report(now: boolean): void {
    const at = this.#host.now();
    if (this.#training) this.#rate.note(at, this.#trainer.steps);
    if (!now && at - this.#reportedAt < REPORT_MS) return;
    this.#reportedAt = at;
    const predict = now || at - this.#predictedAt >= PREDICT_MS;
    if (predict) this.#predictedAt = at;
    this.#host.reply({
      type: 'progress',
      run: this.#run,
      progress: this.#progress(),
      losses: Float64Array.from(this.#losses),
      epochMeans: this.#epochMeans,
      ...(predict ? { predictions: this.#evaluator.run(NETWORK_IDS.prediction) } : {}),
    });
    this.#losses = [];
    this.#epochMeans = [];
  }

  #progress(): Progress {
    const { stepsPerSecond } = this.#rate;
    const { stepsPerEpoch, steps } = this.#trainer;
    const stepsLeft = (this.#targetEpoch - this.#epochs.completed) * stepsPerEpoch - this.#epochs.stepsInEpoch;
    return {
      steps,
      epochs: this.#epochs.completed,
      targetEpoch: this.#targetEpoch,
      stepsPerEpoch,
      stepsPerSecond,
      secondsLeft: stepsPerSecond > 0 ? Math.max(0, stepsLeft) / stepsPerSecond : NaN,
    };
  }

  #check(ticket: number, node: string, recording: Recording): void {
    try {
      const program = compile(recording.graph, { gradients: 'parameters' });
      for (const step of recording.steps) if (step.kind === 'feed') program.feed(step.node, step.value);
      program.forward();
      program.backward();
      const check = checkGradient(program, node, { maxEntries: CHECK_ENTRIES });
      this.#host.reply({ type: 'checked', run: this.#run, ticket, check });
    } catch (error) {
      this.#host.reply({ type: 'checkFailed', run: this.#run, ticket, message: messageOf(error) });
    }
  }
}

function messageOf(error: unknown): string {
  if (error instanceof GraphError) return error.message;
  return error instanceof Error ? `Unexpected: ${error.message}` : `Unexpected: ${String(error)}`;
}
