import type { AskedEpochs, EpochMean, StopReason } from './protocol';
import type { StopConditions } from './plan';

/** Watches over the epochs of one training and tells when there is no reason to go on. */
export class Stopping {
  readonly #conditions: StopConditions;
  #best = Infinity;
  /** Epochs since the best. */
  #without = 0;

  constructor(conditions: StopConditions) {
    this.#conditions = conditions;
  }

  /**
   * Looks at an epoch that has ended.
   * @param shareWithin the share of the homes that are predicted to within a distance, asked only if it matters
   * @returns why to stop, or undefined
   */
  after({ mean, test }: EpochMean, shareWithin: (distance: number) => number): StopReason | undefined {
    const { targetLoss, patience, accuracy } = this.#conditions;
    const loss = test ?? mean;
    if (targetLoss !== undefined && loss <= targetLoss) return 'target';
    if (accuracy !== undefined && shareWithin(accuracy.within) >= accuracy.share) return 'accuracy';
    this.#without = loss < this.#best ? 0 : this.#without + 1;
    this.#best = Math.min(this.#best, loss);
    return patience !== undefined && this.#without >= patience ? 'patience' : undefined;
  }
}

/** What training is to come to: an epoch to end with, and reasons to end before it. */
export class Goal {
  /** What was asked for last: so many epochs, to end with that one. */
  #asked: AskedEpochs;
  #conditions: StopConditions = {};
  #stopping = new Stopping({});

  /** @param asked what was asked for before */
  constructor(asked: AskedEpochs = { epochs: 0, target: 0 }) {
    this.#asked = asked;
  }

  /** The epoch to end with; 0 if nothing was asked for. */
  get target(): number {
    return this.#asked.target;
  }

  /** Asks for so many epochs more; asked once more after a pause, for what is left of them. @returns the epoch to end with */
  ask(epochs: number, conditions: StopConditions, completed: number): number {
    // A pause is no reason to train for longer, nor to be patient anew.
    const resumes = epochs === this.#asked.epochs && completed < this.#asked.target;
    if (!resumes) this.#asked = { epochs, target: completed + epochs };
    if (!resumes || JSON.stringify(conditions) !== JSON.stringify(this.#conditions)) this.#stopping = new Stopping(conditions);
    this.#conditions = conditions;
    return this.#asked.target;
  }

  /** Looks at an epoch that has ended. @returns why to stop, or undefined */
  after(epoch: EpochMean, completed: number, shareWithin: (distance: number) => number): StopReason | undefined {
    return this.#stopping.after(epoch, shareWithin) ?? (completed >= this.#asked.target ? 'finished' : undefined);
  }
}
