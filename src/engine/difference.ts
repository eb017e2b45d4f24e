/* eslint-disable @typescript-eslint/no-non-null-assertion -- the cell is one of the tensor's */
const STEP = Number.EPSILON ** (1 / 5);

/**
 * The fourth-order central difference of `evaluate` with respect to one cell, in place, with the cell restored:
 * (−f(x + 2h) + 8 f(x + h) − 8 f(x − h) + f(x − 2h)) / 12h, with an error of order h⁴. The step h is ε^(1/5) times the
 * cell's own size, or a hundredth of `scale` where that is larger, which balances rounding against truncation
 * (Press et al., Numerical Recipes, 3rd ed., §5.7). Allocates nothing.
 */
export function centralDifference(evaluate: () => number, target: Float64Array, cell: number, scale: number): number {
  const x = target[cell]!;
  const h = STEP * Math.max(Math.abs(x), scale / 100);
  target[cell] = x + h;
  const above = evaluate();
  target[cell] = x - h;
  const below = evaluate();
  target[cell] = x + 2 * h;
  const farAbove = evaluate();
  target[cell] = x - 2 * h;
  const farBelow = evaluate();
  target[cell] = x;
  return (8 * (above - below) - (farAbove - farBelow)) / (12 * h);
}
