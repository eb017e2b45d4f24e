import { scaleLinear } from 'd3';

/** The two ends of an axis, the lesser first. */
export type Domain = readonly [low: number, high: number];

/** An axis keeps its ends while the data fill more than this share of it: it must not breathe with every frame. */
const FILLED_ENOUGH = 0.55;

/** Doubles hold sixteen digits; a loss that small beside the largest one is rounding error. */
const MOST_DECADES = 16;

/**
 * The ends of a linear axis for data between `low` and `high`: round numbers, zero among them unless `fromZero` is
 * false. `current` stays if the data fit into it and fill enough of it.
 */
export function settleLinear(current: Domain | null, low: number, high: number, fromZero = true): Domain {
  const bottom = fromZero ? Math.min(0, low) : low;
  let top = fromZero ? Math.max(0, high) : high;
  if (!(top > bottom)) top = bottom + (Math.abs(bottom) || 1);
  if (current !== null && current[0] <= bottom && current[1] >= top) {
    if (top - bottom >= FILLED_ENOUGH * (current[1] - current[0])) return current;
  }
  const [niceLow = bottom, niceHigh = top] = scaleLinear().domain([bottom, top]).nice(5).domain();
  return Number.isFinite(niceHigh - niceLow) ? [niceLow, niceHigh] : [bottom / 2, top / 2];
}

/**
 * The ends of a logarithmic axis for data between `low` and `high` (both above 0): 1, 2 or 5 times a power of ten.
 * It spans sixteen decades at most, from the top.
 */
export function settleLog(current: Domain | null, low: number, high: number): Domain {
  const bottom = Math.max(low, high / 10 ** MOST_DECADES, 1e-300);
  if (current !== null && current[0] <= bottom && current[1] >= high) {
    if (Math.log(high / bottom) >= FILLED_ENOUGH * Math.log(current[1] / current[0])) return current;
  }
  const top = roundUp(high);
  const floor = roundDown(bottom);
  return floor < top ? [floor, top] : [floor / 2, top * 2];
}

/**
 * The end of an axis that counts upward: 1, 2 or 5 times a power of ten, and at least `least`. The curve grows into the
 * free space, and the axis stands still meanwhile.
 */
export function settleCount(current: number, last: number, least: number): number {
  if (current > 0 && current >= last && last >= 0.3 * current) return current;
  return Math.max(least, roundUp(Math.max(last, Number.MIN_VALUE)));
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = value / power;
  return factor >= 5 ? 5 * power : factor >= 2 ? 2 * power : power;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = value / power;
  return factor <= 1 ? power : factor <= 2 ? 2 * power : factor <= 5 ? 5 * power : 10 * power;
}
