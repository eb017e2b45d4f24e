import type { Recording, Tensor } from '../../engine';
import type { Evaluation } from '../evaluation';
import type { SessionHost } from '../host';
import type { Rewinder } from './rewinder';

/** How long one slice of a replay may take, so that a newer wish is heard in between. */
const SLICE_MS = 8;

/** What a seek has found. */
export interface Sought {
  readonly recording: Recording;
  /** What the network said of every row before that step. */
  readonly predictions: Tensor;
  readonly step: number;
  readonly replayed: number;
  readonly milliseconds: number;
}

/** Goes back to steps of a run, in slices; a newer seek gives up the one that is under way. */
export class Seeker {
  readonly #host: SessionHost;
  readonly #rewinder: Rewinder;
  readonly #evaluation: Evaluation;
  /** Counts the seeks: a slice of an older one does nothing. */
  #seeks = 0;

  /** @param evaluation of the rewinder's own trainer */
  constructor(host: SessionHost, rewinder: Rewinder, evaluation: Evaluation) {
    this.#host = host;
    this.#rewinder = rewinder;
    this.#evaluation = evaluation;
  }

  /** Goes to step number `step` and tells `found`, unless a newer seek comes in between. */
  seek(step: number, found: (sought: Sought) => void, failed: (error: unknown) => void): void {
    const seek = ++this.#seeks;
    const begun = this.#host.now();
    const slice = (): void => {
      if (seek !== this.#seeks) return;
      try {
        const until = this.#host.now() + SLICE_MS;
        let there = false;
        do there = this.#rewinder.approach(step, 8);
        while (!there && this.#host.now() < until);
        if (!there) {
          this.#host.later(0, slice);
          return;
        }
        const { course, replayed } = this.#rewinder;
        const [recording, predictions] = [course.trainer.previewStep(), this.#evaluation.predictions()];
        found({ recording, predictions, step, replayed, milliseconds: this.#host.now() - begun });
      } catch (error) {
        failed(error);
      }
    };
    this.#rewinder.aim(step);
    slice();
  }

  /** Gives up what is under way. */
  cancel(): void {
    this.#seeks++;
  }
}
