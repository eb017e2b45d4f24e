import type { Point } from './iterates';
import { tenths } from './lossPaths';

/** The shortest and the longest arrow, and its head, in pixels. */
const SHORTEST = 17;
const LONGEST = 36;
const HEAD = 7;

/** Less steep than this, it is level ground as far as a drawing can tell. */
const LEVEL = 1e-6;

/** How far from the point's middle the arrow begins. */
const CLEAR = 6;

/**
 * A step against the gradient as an arrow, in pixels; null where there is none. The gradient is in units of the function
 * per unit of each input, and the two axes have different scales: what is perpendicular to the level lines in numbers need
 * not be so on the screen. Its length grows far more slowly than the gradient, which may differ by many powers of ten.
 *
 * @param perPixel how much of each input a pixel is.
 * @param steepness of the function there, 1 for steep.
 */
export function downhill(gradient: Point, perPixel: Point, steepness: number): Point | null {
  const [x, y] = [-gradient.x / perPixel.x, gradient.y / perPixel.y];
  const greatest = Math.max(Math.abs(x), Math.abs(y));
  if (!(greatest > 0 && greatest < Infinity && steepness > LEVEL)) return null;
  const length = SHORTEST + (LONGEST - SHORTEST) * Math.min(1, Math.sqrt(Math.sqrt(steepness)));
  // Scaled before it is squared: squares of the largest and the least doubles leave their range.
  const scale = length / Math.hypot(x / greatest, y / greatest);
  return { x: (x / greatest) * scale, y: (y / greatest) * scale };
}

/** An arrow from a point, clear of the point's ring, as SVG path data. */
export function arrowPath({ x, y }: Point, step: Point): string {
  const length = Math.hypot(step.x, step.y);
  const [dx, dy] = [step.x / length, step.y / length];
  const at = (along: number, across: number): string =>
    `${tenths(x + along * dx - across * dy)} ${tenths(y + along * dy + across * dx)}`;
  const back = length - HEAD;
  return `M${at(CLEAR, 0)}L${at(length, 0)}M${at(back, -HEAD * 0.7)}L${at(length, 0)}L${at(back, HEAD * 0.7)}`;
}
