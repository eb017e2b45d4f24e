import { ticks } from 'd3';
import { roundedTo } from '../../scene/roundedTo';

/** At most so many cells are sorted to see how the values are distributed. */
const SAMPLE = 2500;

/** As many levels as are wished for. */
const LEVELS = 9;

/** Shares of the cells below the levels, where even steps would not do: closest at the bottom, where a descent goes. */
const SHARES = [0.02, 0.06, 0.13, 0.22, 0.34, 0.48, 0.63, 0.78, 0.91];

/** The finite values of a grid in ascending order, or evenly picked ones of a large grid. */
export function sortedSample(grid: ArrayLike<number>): Float64Array {
  // Odd, so that it does not keep to the same columns of a grid with an even number of them.
  const stride = 2 * Math.floor(Math.ceil(grid.length / SAMPLE) / 2) + 1;
  const found = new Float64Array(Math.ceil(grid.length / stride));
  let count = 0;
  for (let cell = 0; cell < grid.length; cell += stride) {
    const value = grid[cell] ?? NaN;
    if (Number.isFinite(value)) found[count++] = value;
  }
  return found.subarray(0, count).sort();
}

/**
 * The levels of a contour drawing, ascending: even steps between round numbers, as on a map, as long as that shows
 * something nearly everywhere; for values with poles or long tails, levels with a fixed share of the plane below each.
 * Empty if there is nothing to tell apart. `current` stays while it divides the values well: levels must not jump with
 * every frame in which the grid changes.
 *
 * @param sorted the values, as `sortedSample` gives them.
 */
export function settleLevels(current: readonly number[], sorted: Float64Array): readonly number[] {
  if (dividesWell(current, sorted)) return current;
  const [least, greatest] = [quantile(sorted, 0), quantile(sorted, 1)];
  // Differences of halves: those of the largest doubles would be infinite. What is left of equal values is rounding, and
  // d3 finds no round numbers between the smallest doubles.
  if (!(greatest / 2 - least / 2 > Math.max(1e-300, 1e-12 * Math.max(Math.abs(least), Math.abs(greatest))))) return [];
  const inside = (level: number): boolean => level > least && level < greatest;
  const even = ticks(least, greatest, LEVELS).filter(inside);
  if (isEven(even, sorted)) return even;
  const rounded = SHARES.map((share, index) => {
    const neighbours = [SHARES[index - 1] ?? 0, SHARES[index + 1] ?? 1].map((each) => quantile(sorted, each));
    return roundBetween(quantile(sorted, share), neighbours[0] ?? NaN, neighbours[1] ?? NaN);
  });
  return rounded.filter((level, index) => inside(level) && level !== rounded[index - 1]);
}

/** Whether even levels suit the values: there are no long tails, or the values gather at both ends, as a logistic function's do. */
function isEven(levels: readonly number[], sorted: Float64Array): boolean {
  const [low, middle, high] = [quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95)];
  const core = high / 2 - low / 2;
  if (quantile(sorted, 1) / 2 - quantile(sorted, 0) / 2 > 3 * core) return false;
  const place = (middle / 2 - low / 2) / core;
  const shares = bandShares(levels, sorted);
  return (place > 0.15 && place < 0.85) || Math.min(shares[0] ?? 0, shares.at(-1) ?? 0) > 0.08;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

/** The shares of values between neighbouring levels, below the first one and above the last. */
export function bandShares(levels: readonly number[], sorted: Float64Array): number[] {
  const below = levels.map((level) => rankOf(level, sorted) / sorted.length);
  return [...below, 1].map((share, index) => share - (below[index - 1] ?? 0));
}

function dividesWell(levels: readonly number[], sorted: Float64Array): boolean {
  if (levels.length < 4 || sorted.length === 0) return false;
  const shares = bandShares(levels, sorted);
  const [first = 0, last = 0] = [shares[0], shares.at(-1)];
  return first > 0 && first < 0.25 && last > 0 && last < 0.3 && Math.max(...shares) < 0.45;
}

/** How many values are less than a level. */
function rankOf(level: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < level) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A number with as few digits as keep it clear of its neighbours. */
function roundBetween(value: number, before: number, after: number): number {
  const room = Math.min(value / 2 - before / 2, after / 2 - value / 2);
  return room > 0 ? roundedTo(value, Math.floor(Math.log10(room))) : value;
}
