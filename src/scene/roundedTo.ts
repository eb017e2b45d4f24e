/** Below this power of ten numbers are not written with so many places. */
const LEAST_PLACES = -100;

/**
 * A number to the nearest multiple of 10^exponent, and as the double nearest to that: 0.3 rather than 3 × 0.1. The number
 * itself where 10^exponent is beyond the doubles.
 */
export function roundedTo(value: number, exponent: number): number {
  // Adding 0 makes a plain one of −0.
  if (exponent >= LEAST_PLACES && exponent < 0) return Number(value.toFixed(-exponent)) + 0;
  const power = 10 ** exponent;
  const rounded = Math.round(value / power) * power;
  return Number.isFinite(rounded) ? rounded + 0 : value;
}
