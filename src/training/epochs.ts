import type { EpochMean } from './protocol';

/**
 * Counts epochs. An epoch is as many steps as batches fit into the data, rounded down as in the lesson; if the batch
 * size changes in the middle, the epoch ends as soon as it has as many steps as an epoch now needs.
 */
export class EpochCounter {
  #completed = 0;
  #stepsInEpoch = 0;
  #lossSum = 0;

  /** Epochs completed. */
  get completed(): number {
    return this.#completed;
  }

  /** Steps taken in the epoch that is under way. */
  get stepsInEpoch(): number {
    return this.#stepsInEpoch;
  }

  /** Counts a step. @returns the epoch's mean loss if the step ended one */
  add(loss: number, step: number, stepsPerEpoch: number): EpochMean | undefined {
    this.#lossSum += loss;
    this.#stepsInEpoch++;
    if (this.#stepsInEpoch < stepsPerEpoch) return undefined;
    const mean = this.#lossSum / this.#stepsInEpoch;
    this.#completed++;
    this.#stepsInEpoch = 0;
    this.#lossSum = 0;
    return { epoch: this.#completed, mean, lastStep: step };
  }
}
