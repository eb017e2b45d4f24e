import { formatNumber } from '../../scene/format';
import type { Domain } from './domain';
import type { Place } from './lossPaths';

/** How near, in pixels, the pointer must come to a point. */
const REACH = 24;

/**
 * What the axes of predicted against true values must hold. Both hold the true values, so that the line of
 * equality is the diagonal as long as the predictions stay among them; values that are not finite do not count.
 */
export function scatterDomains(truth: ArrayLike<number>, predicted: ArrayLike<number>): { x: Domain; y: Domain } {
  const [low, high] = finiteRange(truth);
  const [least, greatest] = finiteRange(predicted);
  const x: Domain = low > high ? [0, 1] : [low, high];
  return { x, y: [Math.min(x[0], least), Math.max(x[1], greatest)] };
}

/** The row of the point nearest to a pixel, within reach; null if none is. */
export function nearestPoint(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  x: Place,
  y: Place,
  pointerX: number,
  pointerY: number,
): number | null {
  let nearest: number | null = null;
  let least = REACH ** 2;
  for (let row = 0; row < truth.length; row++) {
    const squared = (x(truth[row] ?? NaN) - pointerX) ** 2 + (y(predicted[row] ?? NaN) - pointerY) ** 2;
    if (squared <= least) {
      least = squared;
      nearest = row;
    }
  }
  return nearest;
}

/** One point in words; rows are counted from 1. */
export function scatterWords(row: number, truth: ArrayLike<number>, predicted: ArrayLike<number>): string {
  return `row ${row + 1}: true ${formatNumber(truth[row] ?? NaN)}, predicted ${formatNumber(predicted[row] ?? NaN)}`;
}

function finiteRange(values: ArrayLike<number>): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
