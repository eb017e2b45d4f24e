/** Where an epoch stands, to go on from there. */
export interface EpochState {
  /** Epochs completed. */
  readonly completed: number;
  /** Steps taken in the epoch that is under way, and the sum of their losses. */
  readonly stepsInEpoch: number;
  readonly lossSum: number;
}

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

  get state(): EpochState {
    return { completed: this.#completed, stepsInEpoch: this.#stepsInEpoch, lossSum: this.#lossSum };
  }

  set state({ completed, stepsInEpoch, lossSum }: EpochState) {
    this.#completed = completed;
    this.#stepsInEpoch = stepsInEpoch;
    this.#lossSum = lossSum;
  }

  /** Counts a step. @returns the mean of the epoch's losses if the step ended one */
  add(loss: number, stepsPerEpoch: number): number | undefined {
    this.#lossSum += loss;
    this.#stepsInEpoch++;
    if (this.#stepsInEpoch < stepsPerEpoch) return undefined;
    const mean = this.#lossSum / this.#stepsInEpoch;
    this.#completed++;
    this.#stepsInEpoch = 0;
    this.#lossSum = 0;
    return mean;
  }
}
