import type { LossSeries } from '../../training/lossSeries';

/** What the horizontal axis counts. */
export type AxisUnit = 'steps' | 'epochs';

/**
 * Where a step lies on the axis: its own number, or the number of epochs that had passed with it.
 *
 * The batch size may change while training runs, and with it the length of an epoch; so the ends of the epochs that
 * have passed are fixed points, with straight lines between them, and only what comes after uses the present length.
 */
export function placeOfStep(step: number, unit: AxisUnit, series: LossSeries, stepsPerEpoch: number): number {
  if (unit === 'steps') return step;
  const index = series.epochIndexOf(step);
  const startStep = index === 0 ? 0 : series.epochEnd(index - 1);
  const startEpoch = index === 0 ? 0 : series.epochNumber(index - 1);
  if (index === series.epochCount) return startEpoch + (step - startStep) / stepsPerEpoch;
  const share = (step - startStep) / (series.epochEnd(index) - startStep);
  return startEpoch + share * (series.epochNumber(index) - startEpoch);
}

/** The inverse of `placeOfStep`: the step (in general a fraction) at a place on the axis. */
export function stepAtPlace(place: number, unit: AxisUnit, series: LossSeries, stepsPerEpoch: number): number {
  if (unit === 'steps') return place;
  let low = 0;
  let high = series.epochCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (series.epochNumber(middle) < place) low = middle + 1;
    else high = middle;
  }
  const startStep = low === 0 ? 0 : series.epochEnd(low - 1);
  const startEpoch = low === 0 ? 0 : series.epochNumber(low - 1);
  if (low === series.epochCount) return startStep + (place - startEpoch) * stepsPerEpoch;
  const share = (place - startEpoch) / (series.epochNumber(low) - startEpoch);
  return startStep + share * (series.epochEnd(low) - startStep);
}
