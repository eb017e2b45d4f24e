/** Answers may be off by this share of the right one. */
const RELATIVE = 0.005;
/** A sum is right to so much of its largest summand, whatever it comes to. */
const ROUNDING = 1e-9;

/** How far a number may be from `value` to be taken for it: half a percent, or half a unit of the fourth significant digit. */
function toleranceOf(value: number, scale: number): number {
  const size = Math.abs(value);
  const halfUnit = size === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(size)) - 3);
  return Math.max(RELATIVE * size, halfUnit, ROUNDING * (scale > 0 ? scale : 1));
}

/** Whether a number is taken for `value`. */
export function isTakenFor(typed: number, value: number, scale: number): boolean {
  return Math.abs(typed - value) <= toleranceOf(value, scale);
}
