import type { HealthInput, Remedy } from './finding';
import { settingsBehind } from './lastChange';
import { rateRemedy } from './rateRemedy';

/** As many first steps as tell how steep the start is. */
const FIRST_STEPS = 5;

/** The rate of the lesson, which suits it with room to spare: there is no reason to try more. */
const LESSON_RATE = 0.01;

/**
 * A learning rate that the first steps allow. For a loss L that is curved by at most λ and is never negative,
 * ‖∇L‖² ≤ 2λL, so that λ is at least ‖∇L‖² / 2L; gradient descent is stable below 2/λ, that is 4L / ‖∇L‖² at most
 * (the bound behind Polyak's step size, 1987). An eighth of that leaves room for batches that are steeper than
 * others and for a curvature that grows. NaN if the first steps are not known.
 */
export function steadyRate({ losses, gradientNorms }: HealthInput): number {
  let rate = Infinity;
  const first = losses.at(1);
  for (let step = 1; step <= FIRST_STEPS; step++) {
    const loss = losses.at(step);
    const gradient = gradientNorms.at(step);
    // Once the loss has taken off, the steps say nothing of the start any more.
    if (!(loss <= 3 * first) || !Number.isFinite(gradient)) break;
    if (gradient > 0) rate = Math.min(rate, loss / (2 * gradient ** 2));
  }
  return rate === Infinity ? NaN : rate;
}

/** The next lower of 1, 2 and 5 times a power of ten. */
export function rateBelow(rate: number): number {
  const exponent = Math.floor(Math.log10(rate));
  const digit = [5, 2].find((candidate) => Number(`${candidate}e${exponent}`) <= rate) ?? 1;
  return Number(`${digit}e${exponent}`);
}

/**
 * A lower learning rate, and where to begin with it: the one before, if it was raised in the middle of the run;
 * otherwise one that the first steps allow. Lower than the one at which the trouble began: what was set later is not to
 * blame for it.
 *
 * @param began the step at which the trouble was first to be seen
 * @param until the last step before the trouble
 */
export function lowerRate(input: HealthInput, began: number, until: number): Remedy | undefined {
  const then = settingsBehind(input.changes, began);
  if (then === undefined) return undefined;
  const { change, before } = then;
  if (before !== undefined && before.learningRate < change.learningRate) return rateRemedy(before.learningRate, change.step - 1);
  const steady = steadyRate(input);
  const modest = Math.min(change.learningRate / 3, LESSON_RATE);
  const rate = rateBelow(Number.isNaN(steady) ? modest : Math.min(steady, modest));
  // The first steps go fast; there is nothing to be saved of them.
  return rateRemedy(rate, until < FRESH_START ? 0 : until);
}

/** A branch before this step begins anew. */
const FRESH_START = 100;
