import type { LossSeries } from '../../training/lossSeries';

/** What is known of one SGD step, in three figures. */
export interface StepFigures {
  /** The number of the epoch that it belongs to. */
  readonly epoch: number;
  /** Its loss; undefined where it is not known any more. */
  readonly loss: number | undefined;
  /** The mean loss of its epoch; undefined as long as that has not ended. */
  readonly epochMean: number | undefined;
}

/**
 * The figures of an SGD step that has been taken: the same that the loss curve tells at it.
 *
 * @param stepsPerEpoch how many steps an epoch has that has not ended
 */
export function figuresOf(losses: LossSeries, step: number, stepsPerEpoch: number): StepFigures {
  const [loss, mean] = [losses.at(step), losses.epochMean(losses.epochIndexOf(step))];
  return {
    epoch: losses.epochOf(step, stepsPerEpoch),
    loss: Number.isNaN(loss) ? undefined : loss,
    epochMean: Number.isNaN(mean) ? undefined : mean,
  };
}
