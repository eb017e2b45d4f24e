import type { LossSeries } from '../../training/lossSeries';

/** Where a run stands, in three figures. */
export interface RunFigures {
  /** Epochs completed. */
  readonly epochs: number;
  /** The loss of the last step; undefined before the first, and where it is not known any more. */
  readonly lastLoss: number | undefined;
  /** The mean loss over the last epoch that has ended; undefined before the first. */
  readonly lastEpochMean: number | undefined;
}

/** Where the run stood before SGD step number `step`, when the steps up to `step − 1` had been taken. */
export function figuresBefore(losses: LossSeries, step: number): RunFigures {
  const ended = losses.epochIndexOf(step);
  const [loss, mean] = [losses.at(step - 1), losses.epochMean(ended - 1)];
  return {
    epochs: ended === 0 ? 0 : losses.epochNumber(ended - 1),
    lastLoss: Number.isNaN(loss) ? undefined : loss,
    lastEpochMean: Number.isNaN(mean) ? undefined : mean,
  };
}
