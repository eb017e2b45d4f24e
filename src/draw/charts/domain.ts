import { scaleLinear } from 'd3';

/** The two ends of an axis, the lesser first. */
export type Domain = readonly [low: number, high: number];

/** An axis keeps its ends while the data fill more than this share of it: it must not breathe with every frame. */
const FILLED_ENOUGH = 0.55;

/** Doubles hold sixteen digits; a loss that small beside the largest one is rounding error. */
const MOST_DECADES = 16;

/** A loss below this is as good as none: it may be left out to show the others. */
const SMALL = 1e-12;

/** Magnitudes beyond these are drawn as these: further out, the steps between ticks would not be doubles any more. */
const LEAST = 1e-290;
const GREATEST = 1e308;

/**
 * The ends of a linear axis for data between `low` and `high`: round numbers, with zero among them. `current` stays if
 * the data fit into it and fill enough of it.
 */
export function settleLinear(current: Domain | null, low: number, high: number): Domain {
  const bottom = Math.max(Math.min(0, low), -GREATEST / 4);
  let top = Math.min(Math.max(0, high), GREATEST / 4);
  if (top - bottom < LEAST) top = bottom + 1;
  if (current !== null && current[0] <= bottom && current[1] >= top) {
    if (top - bottom >= FILLED_ENOUGH * (current[1] - current[0])) return current;
  }
  const [niceLow = bottom, niceHigh = top] = scaleLinear().domain([bottom, top]).nice(5).domain();
  return [niceLow, niceHigh];
}

/**
 * The ends of a linear axis that shows a curve: round numbers around the data, with zero among them only if it is no
 * further away than the data are long. `current` stays as it does above.
 */
export function settleAround(current: Domain | null, low: number, high: number): Domain {
  let [bottom, top] = [clampTo(low, GREATEST / 4), clampTo(high, GREATEST / 4)];
  // All but constant: what is left is rounding, and is not to be magnified.
  const flat = Math.max(LEAST, 1e-12 * Math.max(Math.abs(bottom), Math.abs(top)));
  if (top - bottom <= flat) {
    const air = Math.max(Math.abs(top) / 2, top === 0 ? 1 : LEAST);
    [bottom, top] = [bottom - air, top + air];
  }
  const length = top - bottom;
  if (bottom > 0 && bottom <= length) bottom = 0;
  if (top < 0 && -top <= length) top = 0;
  if (current !== null && current[0] <= bottom && current[1] >= top) {
    if (top - bottom >= FILLED_ENOUGH * (current[1] - current[0])) return current;
  }
  const [niceLow = bottom, niceHigh = top] = scaleLinear().domain([bottom, top]).nice(10).domain();
  return [niceLow, niceHigh];
}

function clampTo(value: number, extent: number): number {
  return Math.max(-extent, Math.min(extent, value));
}

/**
 * The ends of a logarithmic axis for data between `low` and `high` (both above 0): 1, 2 or 5 times a power of ten.
 * All of a run that diverges is in sight; losses below 1e−12 are left out where they would take more than sixteen
 * decades. `current` stays as it does on a linear axis.
 */
export function settleLog(current: Domain | null, low: number, high: number): Domain {
  const greatest = Math.max(high, LEAST);
  const bottom = Math.max(low, Math.min(greatest / 10 ** MOST_DECADES, SMALL), LEAST);
  if (current !== null && current[0] <= bottom && current[1] >= greatest) {
    if (Math.log(greatest / bottom) >= FILLED_ENOUGH * Math.log(current[1] / current[0])) return current;
  }
  const top = Math.min(roundUp(greatest), GREATEST);
  const floor = roundDown(bottom);
  return floor < top ? [floor, top] : [floor / 2, Math.min(top * 2, GREATEST)];
}

/**
 * The end of an axis that counts upward: 1, 2 or 5 times a power of ten, and at least `least`. The curve grows into the
 * free space, and the axis stands still meanwhile.
 */
export function settleCount(current: number, last: number, least: number): number {
  if (current > 0 && current >= last && last >= 0.3 * current) return current;
  return Math.max(least, roundUp(Math.max(last, Number.MIN_VALUE)));
}

/** The greatest number of the form 1, 2 or 5 times a power of ten that is not above `value`. */
export function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = value / power;
  return factor >= 5 ? 5 * power : factor >= 2 ? 2 * power : power;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = value / power;
  return factor <= 1 ? power : factor <= 2 ? 2 * power : factor <= 5 ? 5 * power : 10 * power;
}
