/** A place on the plane, in graph units; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place with the direction in which a wire passes it, in radians. */
export interface Heading extends Point {
  readonly angle: number;
}

/** A cubic Bézier curve: its ends and its two control points. */
export interface Cubic {
  readonly from: Point;
  readonly first: Point;
  readonly second: Point;
  readonly to: Point;
}

/** A straight piece, written as a cubic. */
export function straight(from: Point, to: Point): Cubic {
  const third = (a: number, b: number): number => a + (b - a) / 3;
  return {
    from,
    first: { x: third(from.x, to.x), y: third(from.y, to.y) },
    second: { x: third(to.x, from.x), y: third(to.y, from.y) },
    to,
  };
}

/** An S between two heights that leaves and arrives horizontally; `at` (0 … 1) tells how far on it is steep. */
export function turning(from: Point, to: Point, at: number): Cubic {
  const x = from.x + (to.x - from.x) * at;
  return { from, first: { x, y: from.y }, second: { x, y: to.y }, to };
}

/** A wire from left to right whose middle `bulge` pushes down, or up if negative. */
export function sideways(from: Point, to: Point, bulge: number): Cubic {
  const middle = (from.x + to.x) / 2;
  return { from, first: { x: middle, y: from.y + bulge }, second: { x: middle, y: to.y + bulge }, to };
}

/** An S that leaves and arrives vertically; `bulge` pushes its middle to the right, or left if negative. */
export function downwards(from: Point, to: Point, bulge = 0): Cubic {
  const middle = (from.y + to.y) / 2;
  return { from, first: { x: from.x + bulge, y: middle }, second: { x: to.x + bulge, y: middle }, to };
}

/** The place and direction at parameter t (0 … 1) of a cubic. */
export function headingAt({ from, first, second, to }: Cubic, t: number): Heading {
  const s = 1 - t;
  const along = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  const slope = (a: number, b: number, c: number, d: number): number =>
    s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c);
  return {
    x: along(from.x, first.x, second.x, to.x),
    y: along(from.y, first.y, second.y, to.y),
    angle: Math.atan2(slope(from.y, first.y, second.y, to.y), slope(from.x, first.x, second.x, to.x)),
  };
}

/** The pieces as the `d` of one SVG path. */
export function pathOf(pieces: readonly Cubic[]): string {
  const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
  return pieces
    .map(({ from, first, second, to }, index) => `${index === 0 ? `M${at(from)}` : ''}C${at(first)} ${at(second)} ${at(to)}`)
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
