/* eslint-disable @typescript-eslint/no-non-null-assertion -- the cell is one of the tensor's */
const STEP = Number.EPSILON ** (1 / 5);

/**
 * The fourth-order central difference of `evaluate` with respect to one cell, in place, with the cell restored:
 * (−f(x + 2h) + 8 f(x + h) − 8 f(x − h) + f(x − 2h)) / 12h, with an error of order h⁴. The step h is ε^(1/5) times `size`,
 * which balances rounding against truncation (Press et al., Numerical Recipes, 3rd ed., §5.7) where `size` is the distance
 * along which f changes: most often the cell's own size. Allocates nothing.
 */
export function centralDifference(evaluate: () => number, target: Float64Array, cell: number, size: number): number {
  const h = STEP * size;
  const near = across(evaluate, target, cell, h);
  return (8 * near - across(evaluate, target, cell, 2 * h)) / (12 * h);
}

/** f(x + h) − f(x − h). */
function across(evaluate: () => number, target: Float64Array, cell: number, h: number): number {
  const x = target[cell]!;
  target[cell] = x + h;
  const above = evaluate();
  target[cell] = x - h;
  const below = evaluate();
  target[cell] = x;
  return above - below;
}

/** A slope that rounding spoils by no more than this is good enough: the size need not grow. */
const HARMLESS = 1e-8;

const GROWTH = 100;

/** Where an input is 0, its size tells nothing. */
const SIZE_OF_ZERO = 0.01;

const SHRINKING = 8;

/** Bending is no rounding if it is so many times as large as that may be. */
const CLEARLY = 100;

/** Bending below this, squared, is lost in the rounding of the fourth-order slope. */
const STRAIGHT = 1e-4;

/**
 * The size for the central difference of `evaluate` with respect to one cell, which is a single number x. It is |x|, unless
 * f hardly changes over such a distance, as exp does near 0, so that the difference sees little but rounding: then it grows,
 * up to 1, until rounding does no harm; or unless f bends much over it, as a steep product does: then it shrinks. Of the
 * sizes on the way that one is taken whose slope has the least estimated error: the rounding, and how far the second-order
 * slopes over h and 2h are apart, which says how much f bends (two columns of the table of C. Ridders, Accurate computation
 * of F′(x) and F′(x) F″(x), Advances in Engineering Software 4, 1982). It does not grow past where f has no finite value,
 * as the logarithm left of 0. Allocates nothing.
 *
 * @param magnitude the largest number on the way to the value that was evaluated last: its rounding is that of the value
 */
export function differenceSize(evaluate: () => number, magnitude: () => number, target: Float64Array, cell: number): number {
  const own = Math.abs(target[cell]!) || SIZE_OF_ZERO;
  let best = own;
  let least = Infinity;
  for (let size = own; ; size = Math.min(1, size * GROWTH)) {
    lookAt(size, evaluate, magnitude, target, cell);
    const slope = Math.abs(LOOK[0]!);
    if (size === own) LOOK[BEST] = LOOK[0]!;
    const rounding = LOOK[1]!;
    const bending = LOOK[2]!;
    if (!Number.isFinite(slope)) return best;
    const error = (rounding + bending) / slope;
    if (error < least) {
      best = size;
      least = error;
      LOOK[BEST] = LOOK[0]!;
    }
    if (size === own && bending > STRAIGHT * slope && bending > CLEARLY * rounding) break;
    if (rounding <= HARMLESS * slope || size >= 1) return best;
  }
  for (let size = own / SHRINKING; size > own * Number.EPSILON; size /= SHRINKING) {
    lookAt(size, evaluate, magnitude, target, cell);
    const error = (LOOK[1]! + LOOK[2]!) / Math.abs(LOOK[0]!);
    // What swings within a step may look straight there by chance: on to where rounding is all that is left.
    if (error < least) {
      best = size;
      least = error;
      LOOK[BEST] = LOOK[0]!;
    }
    if (LOOK[1]! > LOOK[2]!) break;
  }
  return best;
}

/**
 * The slope at `differenceSize`, without looking there once more: the very double that `centralDifference` gives at that
 * size. Allocates nothing.
 */
export function carefulDifference(evaluate: () => number, magnitude: () => number, target: Float64Array, cell: number): number {
  differenceSize(evaluate, magnitude, target, cell);
  return LOOK[BEST]!;
}

/**
 * What the last look has found: the slope, how much of it may be rounding, and how much f bends; and the slope of the best
 * look so far. An array, since doubles in it need no place of their own on the heap.
 */
const LOOK = new Float64Array(4);
const BEST = 3;

function lookAt(size: number, evaluate: () => number, magnitude: () => number, target: Float64Array, cell: number): void {
  const h = STEP * size;
  const near = across(evaluate, target, cell, h);
  const far = across(evaluate, target, cell, 2 * h);
  LOOK[0] = (8 * near - far) / (12 * h);
  LOOK[1] = (Number.EPSILON * magnitude()) / h;
  LOOK[2] = Math.abs(near / (2 * h) - far / (4 * h));
}
