/** How well predictions fit, over some rows. */
export interface Scores {
  /** How many rows they are taken over. */
  readonly rows: number;
  /** How many of these predictions are not finite: with one of them there are no scores. */
  readonly nonFinite: number;
  /** The mean squared error, in squares of the target's unit. Undefined without rows and with a prediction that is not finite. */
  readonly mse: number | undefined;
  /** Its square root, in the target's unit. */
  readonly rmse: number | undefined;
  /**
   * The coefficient of determination, 1 − SS_res / SS_tot: 1 for perfect predictions, 0 for none better than the mean of
   * these rows' targets, negative for worse ones. Undefined where the target is constant (a single row, say): there is
   * nothing to explain, and the quotient would be 0 / 0 or infinite.
   */
  readonly r2: number | undefined;
}

/**
 * Scores the predictions of some rows.
 *
 * @param truth one finite number per row of the table
 * @param predicted as many, finite or not
 * @param rows which rows count, from 0; all if left out
 * @throws RangeError if there are not as many predictions as true values
 */
export function scoresOf(truth: ArrayLike<number>, predicted: ArrayLike<number>, rows?: ArrayLike<number>): Scores {
  requireSameLength('scoresOf', truth, predicted);
  const count = rows?.length ?? truth.length;
  const first = truth[rows?.[0] ?? 0] ?? NaN;
  let nonFinite = 0;
  let constant = true;
  let sum = 0;
  let residual = 0;
  for (let place = 0; place < count; place++) {
    const row = rows?.[place] ?? place;
    const y = truth[row] ?? NaN;
    const guess = predicted[row] ?? NaN;
    if (!Number.isFinite(guess)) nonFinite++;
    if (y !== first) constant = false;
    sum += y;
    residual += (y - guess) ** 2;
  }
  if (count === 0 || nonFinite > 0) return { rows: count, nonFinite, mse: undefined, rmse: undefined, r2: undefined };
  const mse = residual / count;
  return { rows: count, nonFinite, mse, rmse: Math.sqrt(mse), r2: constant ? undefined : 1 - residual / squaresAround(sum / count, truth, count, rows) };
}

/**
 * The share of some rows, from 0 to 1, whose prediction is at most `within` away from the true value. A prediction that is
 * not finite is away from everything; the share of no rows is 0.
 *
 * @param within in the target's unit, at least 0
 * @param rows which rows count, from 0; all if left out
 * @throws RangeError if `within` is negative or no number, or there are not as many predictions as true values
 */
export function shareWithin(truth: ArrayLike<number>, predicted: ArrayLike<number>, within: number, rows?: ArrayLike<number>): number {
  requireSameLength('shareWithin', truth, predicted);
  if (!(within >= 0)) throw new RangeError(`shareWithin: a distance cannot be ${within}`);
  const count = rows?.length ?? truth.length;
  let near = 0;
  for (let place = 0; place < count; place++) {
    const row = rows?.[place] ?? place;
    const distance = Math.abs((truth[row] ?? NaN) - (predicted[row] ?? NaN));
    if (distance <= within && distance < Infinity) near++;
  }
  return count === 0 ? 0 : near / count;
}

/** The sum of the squared distances of the true values from their mean. */
function squaresAround(mean: number, truth: ArrayLike<number>, count: number, rows?: ArrayLike<number>): number {
  let squares = 0;
  for (let place = 0; place < count; place++) squares += ((truth[rows?.[place] ?? place] ?? NaN) - mean) ** 2;
  return squares;
}

function requireSameLength(caller: string, truth: ArrayLike<number>, predicted: ArrayLike<number>): void {
  if (truth.length === predicted.length) return;
  throw new RangeError(`${caller}: there are ${truth.length} true values, but ${predicted.length} predictions`);
}
