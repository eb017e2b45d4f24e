import type { DrawnCircuit } from './drawn';
import { isotonic } from './isotonic';
import type { Layers } from './layers';

/** Wires that arrive at the same box keep so far apart, if there is room for it. */
const PITCH = 8;
/** A wire from far above or below arrives at this part of the box's height. */
const FAR = 0.7;
/** Of a round corner, wires arrive at this part at most, where it is still steep. */
const ARC = 0.66;

/**
 * How far from the middle of a box's left side each wire arrives, by the number of the wire: in the order of where they
 * come from, level if possible, and exactly level where the box is on one line with what the wire comes from.
 */
export function arrivalsOf({ symbols, links }: DrawnCircuit, { ways }: Layers, y: Float64Array): Float64Array {
  const into = symbols.map((): { link: number; rise: number }[] => []);
  links.forEach(({ to }, link) => {
    const before = ways[link]?.at(-2) ?? to;
    into[to]?.push({ link, rise: (y[before] ?? 0) - (y[to] ?? 0) });
  });
  const arrivals = new Float64Array(links.length);
  symbols.forEach((symbol, box) => {
    const sorted = (into[box] ?? []).sort((a, b) => a.rise - b.rise || a.link - b.link);
    if (sorted.length < 2) return;
    const most = symbol.height / 2 - symbol.corner * (1 - ARC);
    const pitch = Math.min(PITCH, (2 * most) / (sorted.length - 1));
    const offsets = Float64Array.from(sorted, ({ rise }, place) => (Math.abs(rise) <= most ? rise : Math.sign(rise) * most * FAR) - place * pitch);
    const weights = Float64Array.from(sorted, ({ rise }) => (Math.abs(rise) < 0.01 ? 1000 : 1));
    const last = (sorted.length - 1) * pitch;
    isotonic(offsets, weights, new Int32Array(sorted.length), sorted.length);
    offsets.forEach((offset, place) => {
      arrivals[sorted[place]?.link ?? 0] = Math.min(Math.max(offset, -most), most - last) + place * pitch;
    });
  });
  return arrivals;
}
