import { StepSeries } from './stepSeries';

/**
 * The losses of a training run: one per SGD step, one mean per epoch and, where rows are held out for testing, their loss
 * after each epoch. Epochs are counted from 1; all of them are kept.
 */
export class LossSeries extends StepSeries {
  #epochNumbers: number[] = [];
  #epochMeans: number[] = [];
  #epochEnds: number[] = [];
  #epochTests: number[] = [];

  /** How many epochs have ended. */
  get epochCount(): number {
    return this.#epochMeans.length;
  }

  /** The number of the epoch at a place in the list of epochs. */
  epochNumber(index: number): number {
    return this.#epochNumbers[index] ?? NaN;
  }

  /** The mean loss over the steps of an epoch. */
  epochMean(index: number): number {
    return this.#epochMeans[index] ?? NaN;
  }

  /** The last step of an epoch. */
  epochEnd(index: number): number {
    return this.#epochEnds[index] ?? NaN;
  }

  /** The loss of the held-out rows after an epoch; NaN if none are held out. */
  epochTest(index: number): number {
    return this.#epochTests[index] ?? NaN;
  }

  /** The place in the list of the epoch that a step belongs to; `epochCount` if that epoch has not ended. */
  epochIndexOf(step: number): number {
    let low = 0;
    let high = this.#epochEnds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#epochEnds[middle] ?? 0) < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The number of the epoch that a step belongs to, also while that epoch is still running.
   *
   * @param stepsPerEpoch how many steps the epochs have that have not ended.
   */
  epochOf(step: number, stepsPerEpoch: number): number {
    const index = this.epochIndexOf(step);
    if (index < this.epochCount) return this.epochNumber(index);
    const endedEpochs = index === 0 ? 0 : this.epochNumber(index - 1);
    const endedSteps = index === 0 ? 0 : this.epochEnd(index - 1);
    return endedEpochs + Math.max(1, Math.ceil((step - endedSteps) / stepsPerEpoch));
  }

  /** Adds the losses of consecutive steps; see `StepSeries`. The epochs of steps that are replaced go with them. */
  override append(losses: ArrayLike<number>, firstStep: number): void {
    if (losses.length > 0 && firstStep <= this.lastStep) this.#keepEpochs(this.epochIndexOf(firstStep));
    super.append(losses, firstStep);
  }

  /** Adds the mean of an epoch that has ended with `lastStep`, and the loss of the held-out rows after it, if there are any. */
  appendEpoch(epoch: number, mean: number, lastStep: number, test = NaN): void {
    this.#epochNumbers.push(epoch);
    this.#epochMeans.push(mean);
    this.#epochEnds.push(lastStep);
    this.#epochTests.push(test);
    this.changed();
  }

  override clear(): void {
    this.#keepEpochs(0);
    super.clear();
  }

  /** An independent copy of the steps up to and including `step`, and of the epochs that had ended by then. */
  override until(step: number): LossSeries {
    const copy = new LossSeries(this.capacity);
    copy.take(this, step);
    const epochs = this.epochIndexOf(step + 1);
    copy.#epochNumbers = this.#epochNumbers.slice(0, epochs);
    copy.#epochMeans = this.#epochMeans.slice(0, epochs);
    copy.#epochEnds = this.#epochEnds.slice(0, epochs);
    copy.#epochTests = this.#epochTests.slice(0, epochs);
    return copy;
  }

  #keepEpochs(count: number): void {
    this.#epochNumbers.length = count;
    this.#epochMeans.length = count;
    this.#epochEnds.length = count;
    this.#epochTests.length = count;
  }
}
