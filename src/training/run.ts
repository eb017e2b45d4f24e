import { Announcer } from './announcer';
import { failureSentence } from './failure';
import type { Rewinder } from './history/rewinder';
import type { Seeker } from './history/seeker';
import type { SessionHost } from './host';
import { Journey } from './journey';
import { FOLLOW_MS, SLICE_MS, Throttle } from './pace';
import type { RunHistory } from './plan';
import type { EpochMean, LiveSettings, OpenRequest, Request, StopReason } from './protocol';
import { Goal } from './stopping';

/** What is asked of one run that is open. */
export type RunRequest = Extract<Request, { type: 'settings' | 'train' | 'pause' | 'advance' | 'seek' }>;

/** A run of training: what is asked of it, and when its steps are taken. */
export class Run {
  readonly #host: SessionHost;
  readonly #run: number;
  readonly #journey: Journey;
  readonly #announcer: Announcer;
  #seeker: Seeker | undefined;
  #settings: LiveSettings;
  #throttle: Throttle;
  #closed = false;
  /** The past that is still to be replayed. */
  #restoring: RunHistory | undefined;
  #training = false;
  /** Counts the beginnings of training: a slice that was put off before a pause must not go on after it. */
  #beginnings = 0;
  readonly #goal: Goal;
  /** Whether the page waits for the next iteration. */
  #advanceWanted = false;
  #recordedAt = -Infinity;

  /**
   * @param parent an open run that shares the past, if the request names one
   * @throws GraphError or RangeError if data or settings make no sense
   */
  constructor(host: SessionHost, request: OpenRequest, parent?: Run) {
    const { run, settings, history, goal } = request;
    this.#host = host;
    this.#run = run;
    this.#settings = settings;
    this.#journey = parent === undefined ? new Journey(request) : new Journey(request, parent.#journey);
    this.#goal = new Goal(goal);
    this.#journey.reporter.targetEpoch = this.#goal.target;
    this.#announcer = new Announcer(host, run, this.#journey);
    this.#restoring = history !== undefined && history.steps > 0 ? history : undefined;
    this.#throttle = new Throttle(settings.pace, host.now(), 0);
  }

  /** Replays what has happened already, and shows the step to come. */
  begin(): void {
    if (this.#restoring === undefined) {
      this.#opened();
      return;
    }
    this.#journey.reporter.targetStep = this.#restoring.steps;
    this.#slice(++this.#beginnings);
  }

  close(): void {
    this.#closed = true;
    this.#training = false;
    this.#restoring = undefined;
    this.#seeker?.cancel();
  }

  /** Goes to any step of this run, on a course of its own. */
  rewinder(): Rewinder {
    return this.#journey.rewinder();
  }

  /** @throws GraphError if a setting is out of range */
  handle(request: RunRequest): void {
    if (this.#closed) return;
    switch (request.type) {
      case 'settings':
        this.#apply(request.settings);
        break;
      case 'train':
        this.#train(request);
        break;
      case 'pause':
        if (this.#training) this.#stop('paused');
        else if (this.#restoring !== undefined) this.#opened();
        break;
      case 'advance':
        if (this.#training) this.#advanceWanted = true;
        else if (this.#restoring === undefined && !this.#journey.hasDiverged) this.#advance(request.after);
        break;
      case 'seek':
        this.#seek(request.step);
        break;
    }
  }

  #apply(settings: LiveSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (this.#restoring !== undefined) return;
    this.#journey.course.apply(settings);
    if (settings.pace !== before.pace) this.#restartPace();
    if (this.#training || this.#journey.hasDiverged) return;
    if (settings.batchSize !== before.batchSize || settings.learningRate !== before.learningRate || settings.order !== before.order) {
      this.#announcer.preview(false);
      // An epoch may have another number of steps now.
      this.#announcer.report(true, true);
    }
  }

  #train({ epochs, stop }: Extract<Request, { type: 'train' }>): void {
    if (this.#isBusy() || this.#journey.hasDiverged) return;
    this.#training = true;
    this.#journey.reporter.targetEpoch = this.#goal.ask(epochs, stop, this.#journey.course.epochs.completed);
    this.#recordedAt = -Infinity;
    this.#restartPace();
    this.#slice(++this.#beginnings);
  }

  /** Trains, or replays, until the slice is over or the pace is kept, reports, and comes back. */
  #slice(beginning: number): void {
    if (!this.#isBusy() || beginning !== this.#beginnings) return;
    try {
      const begun = this.#host.now();
      const followDue = this.#settings.follow && begun - this.#recordedAt >= FOLLOW_MS;
      const due = this.#training ? this.#throttle.due(begun, this.#journey.steps) : Infinity;
      const { stepsPerLook } = this.#journey;
      let taken = 0;
      while (taken < due && this.#isBusy()) {
        if (this.#restoring !== undefined) this.#replay(this.#restoring);
        else if (this.#advanceWanted || (followDue && taken === 0)) this.#stepShown(begun);
        else this.#endIfDone(this.#journey.step(this.#settings));
        taken++;
        if (taken % stepsPerLook === 0 && this.#host.now() - begun > SLICE_MS) break;
      }
      if (this.#isBusy()) {
        this.#announcer.report(false, false);
        this.#host.later(this.#training ? this.#throttle.wait : 0, () => {
          this.#slice(beginning);
        });
      }
    } catch (error) {
      this.close();
      this.#host.reply({ type: 'failed', run: this.#run, message: failureSentence(error) });
    }
  }

  /** A step may end training: TypeScript does not see that it changes the fields. */
  #isBusy(): boolean {
    return this.#training || this.#restoring !== undefined;
  }

  #restartPace(): void {
    this.#throttle = new Throttle(this.#settings.pace, this.#host.now(), this.#journey.steps);
    this.#journey.reporter.restartRate();
  }

  #replay(history: RunHistory): void {
    this.#journey.replayStep(history);
    if (this.#journey.steps >= history.steps || this.#journey.hasDiverged) this.#opened();
  }

  /** A step with everything recorded that happens in it. */
  #stepShown(now: number): void {
    this.#recordedAt = now;
    const { recording, ended } = this.#journey.recordStep(this.#settings);
    this.#announcer.taken(recording, this.#advanceWanted);
    this.#advanceWanted = false;
    this.#endIfDone(ended);
  }

  #endIfDone(ended: EpochMean | undefined): void {
    const { course, evaluation } = this.#journey;
    if (this.#journey.hasDiverged) {
      this.#diverge();
      return;
    }
    const reason = ended && this.#goal.after(ended, course.epochs.completed, (distance) => evaluation.shareWithin(distance));
    if (reason !== undefined) this.#stop(reason);
  }

  #advance(after: number): void {
    if (after === this.#journey.steps + 1) {
      this.#journey.step(this.#settings);
      if (this.#journey.hasDiverged) {
        this.#diverge();
        return;
      }
      this.#announcer.report(true, true);
    }
    this.#announcer.preview(true);
  }

  #seek(wanted: number): void {
    const run = this.#run;
    const { steps, hasDiverged } = this.#journey;
    const step = Math.max(1, Math.min(wanted, steps + (hasDiverged ? 0 : 1)));
    if (step > steps) {
      this.#seeker?.cancel();
      this.#announcer.next();
      return;
    }
    this.#seeker ??= this.#journey.seeker(this.#host);
    this.#seeker.seek(
      step,
      (sought) => {
        this.#host.reply({ type: 'sought', run, taken: true, ...sought });
      },
      (error) => {
        this.#host.reply({ type: 'failed', run, message: failureSentence(error) });
      },
    );
  }

  /** The past is there, as far as it goes: what comes next can be shown. */
  #opened(): void {
    if (this.#restoring !== undefined) {
      this.#restoring = undefined;
      this.#journey.reporter.targetStep = undefined;
      this.#journey.course.apply(this.#settings);
      this.#rests();
    }
    if (this.#journey.hasDiverged) this.#announcer.diverged();
    else this.#announcer.opened();
  }

  #stop(reason: StopReason): void {
    this.#training = false;
    this.#rests();
    this.#announcer.stopped(reason);
    this.#announcer.preview(this.#advanceWanted);
    this.#advanceWanted = false;
  }

  #diverge(): void {
    this.#training = false;
    this.#rests();
    this.#announcer.diverged();
  }

  /** Training, or a replay, has come to an end. */
  #rests(): void {
    this.#journey.reporter.restartRate();
    this.#announcer.report(true, true);
  }
}
