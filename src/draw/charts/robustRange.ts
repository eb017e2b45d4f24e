import type { Domain } from './domain';

/** The share of the samples, at either end, that may be left beyond the edge. */
const RARE = 0.05;
/** They are only left out if the axis would be so many times longer with them. */
const STRETCHING = 4;
/** The room that the others get beyond their own range, as a share of it. */
const AIR = 0.25;
/** An extreme that is further from its neighbours than this share of its height is not resolved by the grid: a pole. */
const UNRESOLVED = 0.4;

/**
 * What an axis must hold of a function that was sampled on an even grid, so that the interesting part is seen: everything,
 * as a rule; but where a few samples near a pole would stretch the axis, only what is usual. A narrow peak that the
 * samples follow stays in sight. Null if no sample is finite.
 */
export function robustRange(samples: ArrayLike<number>): Domain | null {
  const sorted = Float64Array.from(samples).filter(Number.isFinite).sort();
  const last = sorted.length - 1;
  if (last < 0) return null;
  const quantile = (share: number): number => sorted[Math.round(share * last)] ?? NaN;
  const [least, greatest, low, high] = [quantile(0), quantile(1), quantile(RARE), quantile(1 - RARE)];
  // Differences of halves: those of the largest doubles would be infinite.
  const core = high / 2 - low / 2;
  if (greatest / 2 - least / 2 <= STRETCHING * core) return [least, greatest];
  const middle = quantile(0.5);
  return [
    isPole(samples, least, middle) ? Math.max(least, low - 2 * AIR * core) : least,
    isPole(samples, greatest, middle) ? Math.min(greatest, high + 2 * AIR * core) : greatest,
  ];
}

/** Whether an extreme stands alone: both of its neighbours, as far as they are finite, are far nearer to the middle. */
function isPole(samples: ArrayLike<number>, extreme: number, middle: number): boolean {
  let place = 0;
  while (samples[place] !== extreme) place++;
  let nearest = Infinity;
  for (const neighbour of [samples[place - 1], samples[place + 1]]) {
    if (neighbour === undefined || !Number.isFinite(neighbour)) continue;
    nearest = Math.min(nearest, Math.abs(extreme / 2 - neighbour / 2) / Math.abs(extreme / 2 - middle / 2));
  }
  return nearest > UNRESOLVED;
}
