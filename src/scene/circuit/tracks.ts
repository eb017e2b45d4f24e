import { straight, type Cubic, type Point } from '../layout/curve';
import type { DrawnCircuit } from './drawn';
import type { Layers } from './layers';

/** A wire that turns at least so far runs upright most of the way. */
export const FAR = 240;

/** The part of a lane at its left, and at its right, that is kept for the bends. */
const BENDS = 0.28;

/**
 * Where in a lane the wires run up or down that turn far in it: those out of one box on one upright, which looks like
 * one trunk with branches, and those of different boxes beside each other.
 *
 * @returns for the layer right of a lane and the number of a box, a place across the lane, from 0 to 1
 */
export function tracksOf(links: DrawnCircuit['links'], { layer, ways }: Pick<Layers, 'layer' | 'ways'>, y: Float64Array): (layer: number, from: number) => number {
  const lanes = new Map<number, Set<number>>();
  links.forEach(({ from }, link) => {
    const way = ways[link] ?? [];
    for (let i = 1; i < way.length; i++) {
      const [before, node] = [way[i - 1] ?? 0, way[i] ?? 0];
      // An arrival off the middle of a box may make a wire turn a little less or more.
      if (Math.abs((y[node] ?? 0) - (y[before] ?? 0)) < FAR / 2) continue;
      const at = layer[node] ?? 0;
      const known = lanes.get(at);
      if (known === undefined) lanes.set(at, new Set([from]));
      else known.add(from);
    }
  });
  const tracks = new Map(
    Array.from(lanes, ([at, sources]) => {
      const sorted = [...sources].sort((a, b) => (y[a] ?? 0) - (y[b] ?? 0) || a - b);
      return [at, new Map(sorted.map((from, place) => [from, BENDS + ((place + 0.5) / sorted.length) * (1 - 2 * BENDS)]))];
    }),
  );
  return (at, from) => tracks.get(at)?.get(from) ?? 0.5;
}

/** How far from its end a control point of a quarter of a circle lies, in parts of the radius. */
const QUARTER = 0.55;

/** A wire between two heights that leaves and arrives level and is upright in between, at `track` (0 … 1) of the way across. */
export function descending(from: Point, to: Point, track: number): readonly Cubic[] {
  const x = from.x + (to.x - from.x) * track;
  const down = Math.sign(to.y - from.y);
  const bend = (end: Point): { readonly upright: Point; readonly nearUpright: Point; readonly nearEnd: Point } => {
    const radius = Math.abs(x - end.x);
    const step = end === from ? down : -down;
    return {
      upright: { x, y: end.y + step * radius },
      nearUpright: { x, y: end.y + step * radius * (1 - QUARTER) },
      nearEnd: { x: end.x + (x - end.x) * QUARTER, y: end.y },
    };
  };
  const [first, last] = [bend(from), bend(to)];
  return [
    { from, first: first.nearEnd, second: first.nearUpright, to: first.upright },
    straight(first.upright, last.upright),
    { from: last.upright, first: last.nearUpright, second: last.nearEnd, to },
  ];
}
