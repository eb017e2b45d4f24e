/** How far two numbers are apart. */
export interface Comparison {
  readonly agrees: boolean;
  /** |a − b| relative to the larger one; where that is next to nothing, to what cannot be told from nothing. */
  readonly error: number;
}

/** The least double with all of its digits: below it, nothing can be asked of the last ones. */
const LEAST_NORMAL = 2 ** -1022;

/**
 * Compares two numbers that should be the same. What is not finite agrees with nothing.
 *
 * @param tolerance how much of the larger one they may differ by
 * @param floor how much they may differ by in any case; only asked for where they differ by more than the tolerance
 */
export function compared(a: number, b: number, tolerance: number, floor: () => number): Comparison {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return { agrees: false, error: NaN };
  if (a === b) return { agrees: true, error: 0 };
  const larger = Math.max(Math.abs(a), Math.abs(b));
  const error = errorOf(a, b, larger);
  if (error <= tolerance) return { agrees: true, error };
  const least = Math.max(floor(), LEAST_NORMAL);
  // Within the floor, the error is told by the scale at which the floor would be the tolerance.
  if (Math.abs(a - b) <= least) return { agrees: true, error: errorOf(a, b, Math.max(larger, least / tolerance)) };
  return { agrees: false, error };
}

/** Divides first: the difference of two huge numbers may be beyond the largest double. */
function errorOf(a: number, b: number, scale: number): number {
  return Math.abs(a / scale - b / scale);
}
