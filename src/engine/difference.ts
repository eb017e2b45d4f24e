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
    const h = STEP * size;
    const near = across(evaluate, target, cell, h) / (2 * h);
    const far = across(evaluate, target, cell, 2 * h) / (4 * h);
    const slope = Math.abs(4 * near - far) / 3;
    if (!Number.isFinite(slope)) return best;
    const rounding = (Number.EPSILON * magnitude()) / h;
    const bending = Math.abs(near - far);
    const error = (rounding + bending) / slope;
    if (error < least) {
      best = size;
      least = error;
    }
    if (size === own && bending > STRAIGHT * slope && bending > rounding) return shrunk(evaluate, magnitude, target, cell, own, error);
    if (rounding <= HARMLESS * slope || size >= 1) return best;
  }
}

/** The size below `size` at which the estimated error is least. @param least the error at `size` */
function shrunk(evaluate: () => number, magnitude: () => number, target: Float64Array, cell: number, size: number, least: number): number {
  for (let smaller = size / SHRINKING; ; smaller /= SHRINKING) {
    const h = STEP * smaller;
    const near = across(evaluate, target, cell, h) / (2 * h);
    const far = across(evaluate, target, cell, 2 * h) / (4 * h);
    const slope = Math.abs(4 * near - far) / 3;
    const error = ((Number.EPSILON * magnitude()) / h + Math.abs(near - far)) / slope;
    // Also where it is not a number.
    if (!(error < least)) return smaller * SHRINKING;
    least = error;
  }
}
