import { LossSeries } from './lossSeries';
import { StepSeries } from './stepSeries';

/** What is known of every step of a run. The object is mutable, so that a step costs no allocation. */
export interface RunSeries {
  readonly losses: LossSeries;
  /** The norm of the gradient of all parameters. */
  readonly gradientNorms: StepSeries;
}

/** Series without a step. */
export function emptySeries(): RunSeries {
  return { losses: new LossSeries(), gradientNorms: new StepSeries() };
}

/** A copy of the first `steps` steps, which goes on by itself. */
export function seriesUntil({ losses, gradientNorms }: RunSeries, steps: number): RunSeries {
  return { losses: losses.until(steps), gradientNorms: gradientNorms.until(steps) };
}
