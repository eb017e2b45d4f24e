/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is bounded by the loop around it */
import { Random } from '../engine';

/** The rows of a table in two parts, by their numbers from 0; each part in the order of the table. */
export interface Split {
  /** The rows to learn from: at least one, if the table has any. */
  readonly train: Int32Array;
  /** The rows that are held out, to test on. */
  readonly test: Int32Array;
}

/**
 * Holds out a share of the rows of a table, chosen at random without replacement: every choice of so many rows is as
 * likely as every other. The same seed gives the same choice everywhere.
 *
 * @param rows how many rows the table has
 * @param share from 0, for none, to below 1; `rows · share` rows are held out, rounded to the nearest whole number
 * @param seed a whole number; its low 32 bits count
 * @throws RangeError if `rows` is not a count, the share is out of range, or no row would be left to learn from
 */
export function splitRows(rows: number, share: number, seed: number): Split {
  if (!Number.isInteger(rows) || rows < 0) throw new RangeError(`splitRows: ${rows} is not a number of rows`);
  if (!(share >= 0 && share < 1)) throw new RangeError(`splitRows: the share held out must be from 0 to below 1, but it is ${share}`);
  const count = Math.round(rows * share);
  if (count === rows && rows > 0) {
    const all = rows === 1 ? 'the only row' : `all ${rows} rows`;
    throw new RangeError(`splitRows: a share of ${share} would hold out ${all}; none would be left to learn from`);
  }

  // The first places of a Fisher–Yates shuffle are a fair choice already: the rest need not be shuffled.
  const random = new Random(seed);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let place = 0; place < count; place++) {
    const drawn = place + random.below(rows - place);
    const row = order[drawn]!;
    order[drawn] = order[place]!;
    order[place] = row;
  }
  return { train: order.slice(count).sort(), test: order.slice(0, count).sort() };
}
