import type { Place } from './lossPaths';

/** How far back, from the newest, iterates are looked at; the first one always is. */
const LONGEST_LOOK = 20_000;

/** The points that a descent went through, in order, the starting point first. */
export interface Iterates {
  /** May be longer than `count`: room to grow into. */
  readonly x: ArrayLike<number>;
  /** The other coordinate: the value of the function, or a second input. */
  readonly y: ArrayLike<number>;
  readonly count: number;
}

/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The iterates that are worth drawing, the newest first and at most `most`: each at least `apart` pixels away from the one
 * before, since a descent that settles down puts thousands of them on one pixel. Points that are not finite are passed
 * over, and the starting point is always the last of the list.
 */
export function thinIterates({ x: xs, y: ys, count }: Iterates, x: Place, y: Place, apart: number, most: number): Point[] {
  const found: Point[] = [];
  let before: Point = { x: Infinity, y: Infinity };
  const oldest = Math.max(1, count - LONGEST_LOOK);
  for (let index = count - 1; index >= oldest && found.length < most - 1; index--) {
    const point = { x: x(xs[index] ?? NaN), y: y(ys[index] ?? NaN) };
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) continue;
    if ((point.x - before.x) ** 2 + (point.y - before.y) ** 2 < apart ** 2) continue;
    found.push(point);
    before = point;
  }
  const start = { x: x(xs[0] ?? NaN), y: y(ys[0] ?? NaN) };
  if (count > 0 && Number.isFinite(start.x) && Number.isFinite(start.y)) found.push(start);
  return found;
}
