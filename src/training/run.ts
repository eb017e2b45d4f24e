import { Trainer, type Evaluator, type Recording } from '../engine';
import { buildNetwork, NETWORK_IDS } from '../lessons/network';
import { failureSentence } from './failure';
import { Pace } from './pace';
import type { LiveSettings, Reply, Request } from './protocol';
import { Reporter } from './reporter';

/** How long one slice of training may take, so that messages are heard in between. */
const SLICE_MS = 10;
/** How often an iteration is recorded for the graph to follow: what the eye can take. */
const FOLLOW_MS = 700;

/** Parameters times batch size, from which on a step takes a good part of a millisecond. */
const LARGE = 50_000;

type OpenRequest = Extract<Request, { type: 'open' }>;
type RunRequest = Exclude<Request, { type: 'open' | 'check' }>;

/** What a session needs from where it lives: a clock, a way to answer, and a way to be called again. */
export interface SessionHost {
  /** Milliseconds, monotonic. */
  now(): number;
  reply(reply: Reply): void;
  /** Calls back after at least so many milliseconds, once messages have been heard. */
  later(milliseconds: number, callback: () => void): void;
}

/** A network being trained. */
export class Run {
  readonly #host: SessionHost;
  readonly #run: number;
  readonly #trainer: Trainer;
  readonly #evaluator: Evaluator;
  readonly #reporter: Reporter;
  #settings: LiveSettings;
  #pace: Pace;
  #closed = false;
  #training = false;
  /** Counts the beginnings of training: a slice that was put off before a pause must not go on after it. */
  #beginnings = 0;
  /** What was asked for last: so many epochs, to end with that one. */
  #asked = { epochs: 0, target: 0 };
  /** Whether the page waits for the next iteration. */
  #advanceWanted = false;
  #recordedAt = -Infinity;

  /** @throws GraphError if data or settings make no sense */
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
    this.#reporter = new Reporter(this.#trainer);
    this.#evaluator = this.#trainer.evaluator();
    this.#pace = new Pace(settings.pace, host.now(), 0);
  }

  /** Shows the first step to come, and what the untrained network says. */
  begin(): void {
    const recording = this.#trainer.previewStep();
    const predictions = this.#evaluator.run(NETWORK_IDS.prediction);
    this.#host.reply({ type: 'opened', run: this.#run, recording, progress: this.#reporter.progress(), predictions });
  }

  close(): void {
    this.#closed = true;
    this.#training = false;
  }

  /** @throws GraphError if a setting is out of range */
  handle(request: RunRequest): void {
    if (this.#closed) return;
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
        else if (this.#trainer.divergence === undefined) this.#advance(request.after);
        break;
    }
  }

  #apply(settings: LiveSettings): void {
    const { batchSize, learningRate, pace } = this.#settings;
    this.#trainer.batchSize = settings.batchSize;
    this.#trainer.learningRate = settings.learningRate;
    this.#settings = settings;
    if (settings.pace !== pace) this.#restartPace();
    if (this.#training || this.#trainer.divergence !== undefined) return;
    if (settings.batchSize !== batchSize || settings.learningRate !== learningRate) {
      this.#preview(false);
      // An epoch may have another number of steps now; the predictions are the same.
      this.#tell(this.#reporter.report(this.#run, this.#host.now(), true));
    }
  }

  #train(epochs: number): void {
    if (this.#training || this.#trainer.divergence !== undefined) return;
    this.#training = true;
    const completed = this.#reporter.epochs;
    // A pause is no reason to train for longer.
    const resumes = epochs === this.#asked.epochs && completed < this.#asked.target;
    if (!resumes) this.#asked = { epochs, target: completed + epochs };
    this.#reporter.targetEpoch = this.#asked.target;
    this.#recordedAt = -Infinity;
    this.#restartPace();
    this.#slice(++this.#beginnings);
  }

  /** Trains until the slice is over or the pace is kept, reports, and comes back. */
  #slice(beginning: number): void {
    if (!this.#training || beginning !== this.#beginnings) return;
    try {
      const begun = this.#host.now();
      const followDue = this.#settings.follow && begun - this.#recordedAt >= FOLLOW_MS;
      const due = this.#pace.due(begun, this.#trainer.steps);
      // Looking at the clock costs as much as a step of the small network, and next to nothing beside one of a large one.
      const stepsPerLook = this.#trainer.parameters.length * this.#trainer.batchSize > LARGE ? 1 : 8;
      let taken = 0;
      while (taken < due && this.#isTraining()) {
        if (this.#advanceWanted || (followDue && taken === 0)) this.#stepShown(begun);
        else this.#step();
        taken++;
        if (taken % stepsPerLook === 0 && this.#host.now() - begun > SLICE_MS) break;
      }
      if (this.#isTraining()) {
        this.#report(false);
        this.#host.later(this.#pace.wait, () => {
          this.#slice(beginning);
        });
      }
    } catch (error) {
      this.close();
      this.#host.reply({ type: 'failed', run: this.#run, message: failureSentence(error) });
    }
  }

  /** A step may end training: TypeScript does not see that it changes the field. */
  #isTraining(): boolean {
    return this.#training;
  }

  #restartPace(): void {
    this.#pace = new Pace(this.#settings.pace, this.#host.now(), this.#trainer.steps);
    this.#reporter.restartRate();
  }

  #step(): void {
    this.#reporter.count(this.#trainer.step());
    this.#endIfDone();
  }

  /** A step with everything recorded that happens in it. */
  #stepShown(now: number): void {
    this.#recordedAt = now;
    const recording = this.#trainer.recordStep();
    this.#reporter.count(this.#trainer.loss);
    this.#send(recording, this.#trainer.steps, true, this.#advanceWanted);
    this.#advanceWanted = false;
    this.#endIfDone();
  }

  #endIfDone(): void {
    if (this.#trainer.divergence !== undefined) this.#diverge();
    else if (this.#reporter.epochs >= this.#reporter.targetEpoch) this.#stop('finished');
  }

  #advance(after: number): void {
    if (after === this.#trainer.steps + 1) {
      this.#reporter.count(this.#trainer.step());
      if (this.#trainer.divergence !== undefined) {
        this.#diverge();
        return;
      }
      this.#report(true);
    }
    this.#preview(true);
  }

  #stop(reason: 'paused' | 'finished'): void {
    this.#training = false;
    this.#reporter.restartRate();
    this.#report(true);
    this.#host.reply({ type: 'stopped', run: this.#run, reason });
    this.#preview(this.#advanceWanted);
    this.#advanceWanted = false;
  }

  #diverge(): void {
    const { divergence } = this.#trainer;
    if (divergence === undefined) return;
    this.#training = false;
    this.#reporter.restartRate();
    this.#report(true);
    const { learningRate } = this.#trainer;
    this.#host.reply({ type: 'diverged', run: this.#run, divergence, learningRate, recording: this.#trainer.replayLastStep() });
  }

  /** The step that comes next, without taking it. */
  #preview(advance: boolean): void {
    this.#send(this.#trainer.previewStep(), this.#trainer.steps + 1, false, advance);
  }

  #send(recording: Recording, step: number, taken: boolean, advance: boolean): void {
    this.#host.reply({ type: 'recorded', run: this.#run, recording, step, taken, advance });
  }

  #report(atOnce: boolean): void {
    const at = this.#host.now();
    if (this.#training) this.#reporter.noteRate(at);
    this.#tell(this.#reporter.report(this.#run, at, atOnce, () => this.#evaluator.run(NETWORK_IDS.prediction)));
  }

  #tell(report: Reply | undefined): void {
    if (report !== undefined) this.#host.reply(report);
  }
}
