/** Columns brought to mean 0 and deviation 1, and what they were before. */
export interface Standardized {
  /** rows × columns, row-major. */
  readonly values: Float64Array;
  /** Mean of every column before scaling. */
  readonly mean: Float64Array;
  /** Population standard deviation of every column before scaling; 0 for a constant one. */
  readonly deviation: Float64Array;
}

/**
 * The z-score of every column, (x − mean) / deviation, by the population's standard deviation (divided by n, not n − 1).
 * Sums run over the rows in order, so that the result is the same to the last bit everywhere. A constant column,
 * which a single row always has, becomes zeros instead of NaN.
 *
 * @param values rows × columns, row-major, all finite; left as they are
 * @throws RangeError if the values do not fill whole rows
 */
export function standardize(values: Float64Array, columns: number): Standardized {
  if (!Number.isInteger(columns) || columns < 1 || values.length % columns !== 0) {
    throw new RangeError(`standardize: ${values.length} values do not fill rows of ${columns} columns`);
  }
  const rows = values.length / columns;
  const scaled = new Float64Array(values.length);
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    const cells = Float64Array.from({ length: rows }, (_, row) => values[row * columns + column] ?? 0);
    const first = cells[0] ?? 0;
    if (cells.every((cell) => cell === first)) {
      // Asked of the cells, not of the deviation: the mean of equal numbers can be off by a rounding, and its tiny deviation with it.
      mean[column] = first;
      continue;
    }
    const centre = cells.reduce((sum, cell) => sum + cell, 0) / rows;
    const spread = Math.sqrt(cells.reduce((sum, cell) => sum + (cell - centre) ** 2, 0) / rows);
    mean[column] = centre;
    deviation[column] = spread;
    // Differences too small to be squared leave no spread either.
    if (spread > 0) cells.forEach((cell, row) => (scaled[row * columns + column] = (cell - centre) / spread));
  }
  return { values: scaled, mean, deviation };
}
