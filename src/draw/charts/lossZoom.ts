import type { StepRange } from './lossData';

/** A closer look has at least so many steps. */
export const LEAST_STEPS = 4;

/** A range of steps to zoom to, within those that there are: ordered, whole, and not too short; null if it is all of them. */
export function zoomTo(a: number, b: number, first: number, last: number): StepRange | null {
  const span = Math.max(LEAST_STEPS, Math.round(Math.abs(b - a)));
  const middle = (a + b) / 2;
  if (span >= last - first) return null;
  const from = Math.max(first, Math.min(last - span, Math.round(middle - span / 2)));
  return [from, from + span];
}

/** So many times closer (or further, if below 1), with `step` staying where it is. */
export function zoomAbout(step: number, factor: number, [from, to]: StepRange, first: number, last: number): StepRange | null {
  const share = to > from ? (step - from) / (to - from) : 0.5;
  const span = Math.max(LEAST_STEPS, (to - from) / factor);
  return zoomTo(step - share * span, step + (1 - share) * span, first, last);
}
