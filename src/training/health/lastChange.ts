import type { Change } from '../plan';
import type { HealthInput } from './finding';

/** Since which step the present settings hold, and how things stood before. */
export interface SinceChange {
  readonly change: Change;
  /** The settings before it; undefined if it is the first. */
  readonly before: Change | undefined;
  /** The loss that it began with: of the first batch or, in the middle of a run, the mean of the epoch before. */
  readonly loss: number;
  /** The gradient's norm that it began with: of the first batch or, in the middle of a run, the greatest of the 50 steps before. */
  readonly gradient: number;
  /** How many steps make a batch of eleven rows, the lesson's: single rows say too little. */
  readonly stepsPerBatch: number;
}

/** Since when the settings are as they are. Undefined before the first step, or if its numbers are no longer kept. */
export function sinceChange({ changes, losses, gradientNorms }: HealthInput): SinceChange | undefined {
  const change = changes.at(-1);
  if (change === undefined || losses.lastStep < change.step) return undefined;
  const before = changes.at(-2);
  const stepsPerBatch = Math.ceil(11 / change.batchSize);
  if (before === undefined) {
    const first = meanFrom(losses, 1, stepsPerBatch);
    const gradient = greatestIn(gradientNorms, 1, stepsPerBatch);
    return { change, before, loss: Number.isNaN(first) ? losses.epochMean(0) : first, gradient, stepsPerBatch };
  }
  const epoch = losses.epochIndexOf(change.step) - 1;
  return {
    change,
    before,
    loss: epoch < 0 ? losses.at(1) : losses.epochMean(epoch),
    gradient: greatestIn(gradientNorms, change.step - 50, change.step - 1),
    stepsPerBatch,
  };
}

/**
 * The settings that have led to what is seen at an SGD step, and those before them: what its forward and backward pass
 * find has been made by the update of the step before.
 */
export function settingsBehind(changes: readonly Change[], seen: number): Pick<SinceChange, 'change' | 'before'> | undefined {
  const index = changes.findLastIndex((change) => change.step <= Math.max(1, seen - 1));
  const change = changes[index];
  return change === undefined ? undefined : { change, before: changes[index - 1] };
}

/** The mean of so many steps from one on; NaN if one of them is not known. */
export function meanFrom(series: HealthInput['losses'], from: number, steps: number): number {
  let sum = 0;
  for (let step = from; step < from + steps; step++) sum += series.at(step);
  return sum / steps;
}

/** The greatest finite number of some steps; NaN if there is none. */
export function greatestIn(series: HealthInput['gradientNorms'], from: number, to: number): number {
  const low = new Float64Array(1);
  const high = new Float64Array(1);
  series.readExtremes(from, to, low, high, 0);
  return high[0] ?? NaN;
}

/** The median of the losses of the last steps up to `last`, eleven at most; NaN if none is kept. What is not finite counts as Infinity. */
export function recentLoss(losses: HealthInput['losses'], last: number = losses.lastStep): number {
  const first = Math.max(losses.firstStep, last - 10);
  const recent = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => losses.at(first + index));
  return median(recent.map((loss) => (Number.isFinite(loss) ? loss : Infinity)));
}

/** The number in the middle (the upper one of two) of those that are numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const known = numbers.filter((number) => !Number.isNaN(number)).sort((one, other) => one - other);
  return known[known.length >> 1] ?? NaN;
}
