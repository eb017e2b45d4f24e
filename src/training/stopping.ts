import type { EpochMean, StopReason } from './protocol';
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
