import type { PlotFrame } from './axes';
import type { Domain } from './domain';
import { tenths, type Place } from './lossPaths';
import { placeOfSample, type Sampled } from './sampled';

/** Coordinates stay within this many pixels of the plot: a browser's own arithmetic is less than double. */
const FAR = 1e4;

/** A pixel that a path may go to. */
export function within(pixel: number): number {
  return Math.max(-FAR, Math.min(FAR, tenths(pixel)));
}

/**
 * The curve through the samples, as SVG path data. It breaks where samples are not finite, and where it leaves the
 * vertical domain upwards to come back from below (or the other way round): that is a pole, not a line.
 */
export function sectionPath(sampled: Sampled, [low, high]: Domain, x: Place, y: Place): string {
  const { samples } = sampled;
  let path = '';
  let before = NaN;
  for (let index = 0; index < samples.length; index++) {
    const value = samples[index] ?? NaN;
    if (Number.isFinite(value)) {
      const jumps = (before > high && value < low) || (before < low && value > high);
      const joined = Number.isFinite(before) && !jumps;
      path += `${joined ? 'L' : 'M'}${tenths(x(placeOfSample(sampled, index)))} ${within(y(value))}`;
      // A lone point would not be seen: a round cap makes it visible.
      if (!joined && !Number.isFinite(samples[index + 1])) path += 'h0';
    }
    before = value;
  }
  return path;
}

/** A line that falls by more pixels per pixel is upright, as far as doubles tell. */
const UPRIGHT = 1e9;

/** A straight line's two ends, in pixels. */
export interface LineEnds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * The line through the pixel (`x`, `y`) that falls by `descent` pixels per pixel to the right, cut off where it leaves the
 * plot; null if it does not touch it or if anything is not finite.
 */
export function lineThrough(x: number, y: number, descent: number, { left, right, top, bottom }: PlotFrame): LineEnds | null {
  if (!Number.isFinite(x + y + descent)) return null;
  // Where the line meets the upper and the lower edge, in order; a level line never does.
  const meets = [(top - y) / descent + x, (bottom - y) / descent + x];
  if (descent === 0) {
    if (y < top || y > bottom) return null;
    meets.splice(0, 2, left, right);
  }
  const x1 = Math.max(left, Math.min(...meets));
  const x2 = Math.min(right, Math.max(...meets));
  if (!(x1 <= x2)) return null;
  if (x1 === x2 && Math.abs(descent) > UPRIGHT) return { x1, y1: descent > 0 ? top : bottom, x2, y2: descent > 0 ? bottom : top };
  const at = (pixel: number): number => Math.max(top, Math.min(bottom, y + descent * (pixel - x)));
  return { x1, y1: at(x1), x2, y2: at(x2) };
}
