/** Columns brought to mean 0 and deviation 1 (over the rows that they were fitted to), and what they were before. */
export interface Standardized {
  /** rows × columns, row-major. */
  readonly values: Float64Array;
  /** Mean of every column before scaling, over the rows of the fit. */
  readonly mean: Float64Array;
  /** Population standard deviation of every column before scaling, over the rows of the fit; 0 for a constant one. */
  readonly deviation: Float64Array;
}

/**
 * The z-score of every column, (x − mean) / deviation, by the population's standard deviation (divided by n, not n − 1).
 * Sums run over the rows in order, so that the result is the same to the last bit everywhere. A column that is constant
 * over the rows of the fit, as it always is over a single row, becomes zeros in all rows instead of NaN.
 *
 * @param values rows × columns, row-major, all finite; left as they are
 * @param fit the rows, from 0, that mean and deviation are taken of; all rows if left out
 * @throws RangeError if the values do not fill whole rows, or the fit has no rows or one that there is not
 */
export function standardize(values: Float64Array, columns: number, fit?: Int32Array): Standardized {
  if (!Number.isInteger(columns) || columns < 1 || values.length % columns !== 0) {
    throw new RangeError(`standardize: ${values.length} values do not fill rows of ${columns} columns`);
  }
  const rows = values.length / columns;
  const fitted = fit ?? Int32Array.from({ length: rows }, (_, row) => row);
  const missing = fitted.find((row) => row < 0 || row >= rows);
  if (missing !== undefined) throw new RangeError(`standardize: row ${missing} is to be fitted, but there are ${rows} rows, counted from 0`);
  if (fit?.length === 0) throw new RangeError('standardize: a mean needs at least one row to fit');
  const scaled = new Float64Array(values.length);
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    const cells = Float64Array.from(fitted, (row) => values[row * columns + column] ?? 0);
    const first = cells[0] ?? 0;
    if (cells.every((cell) => cell === first)) {
      // Asked of the cells, not of the deviation: the mean of equal numbers can be off by a rounding, and its tiny deviation with it.
      mean[column] = first;
      continue;
    }
    const centre = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
    const spread = Math.sqrt(cells.reduce((sum, cell) => sum + (cell - centre) ** 2, 0) / cells.length);
    mean[column] = centre;
    deviation[column] = spread;
    // Differences too small to be squared leave no spread either.
    if (spread > 0) for (let place = column; place < values.length; place += columns) scaled[place] = ((values[place] ?? 0) - centre) / spread;
  }
  return { values: scaled, mean, deviation };
}
