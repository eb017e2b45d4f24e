import type { Layout } from '../../src/scene/layout';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Points along a wire, 40 to a piece, read off its path: every piece is a cubic. */
export function pointsOf(path: string): Place[] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const points: Place[] = [];
  for (let at = 0; at + 7 < numbers.length; at += 6) {
    const [ax = NaN, ay = NaN, bx = NaN, by = NaN, cx = NaN, cy = NaN, dx = NaN, dy = NaN] = numbers.slice(at, at + 8);
    for (let step = 0; step <= 40; step++) {
      const t = step / 40;
      points.push({ x: bernstein(ax, bx, cx, dx, t), y: bernstein(ay, by, cy, dy, t) });
    }
  }
  return points;
}

function bernstein(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** Where wires pass through nodes, their own ends included, in words: "v1:1 through x2 at 396, 182". */
export function crossingsOf({ nodes, edges }: Layout): string[] {
  const inside = ({ x, y, width, height, form }: Layout['nodes'][number], point: Place): boolean =>
    form === 'cost'
      ? Math.hypot(point.x - x, point.y - y) < width / 2 - 1
      : Math.abs(point.x - x) < width / 2 - 1 && Math.abs(point.y - y) < height / 2 - 1;
  return edges.flatMap(({ id, path }) =>
    pointsOf(path).flatMap((point) => {
      const hit = nodes.find((node) => inside(node, point));
      return hit === undefined ? [] : [`${id} through ${hit.id} at ${Math.round(point.x)}, ${Math.round(point.y)}`];
    }),
  );
}
