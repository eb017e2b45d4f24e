import { norm } from '../../engine';
import type { Wire } from '../../scene/layout/wires';
import { edgeFigure } from '../../scene/summary';
import type { Timeline } from '../../scene/timeline';

/** The width of a wire while the passes run. */
export const RESTING_WIDTH = 1.5;
export const FLOWED_WIDTH = 2.25;

const THINNEST = 1.5;
const THICKEST = 7;
/** Between signs, which are smaller than cards, wires are thinner. */
const THICKEST_BETWEEN_SYMBOLS = 4.5;

/**
 * How many powers of ten lie between the thickest wire and the thinnest: as many as the norms span, so that their
 * differences are seen. But norms that are nearly equal must look so, and one that has all but vanished must not make
 * the others look equal.
 */
const LEAST_DECADES = 1.5;
const MOST_DECADES = 6;

/** The length of a gradient's arrow head at scale 1. */
export const HEAD_LENGTH = 10;

/** How much larger than at scale 1 the arrow head of a wire is; between symbols it is smaller. */
export function headScale(width: number, circuit: boolean): number {
  return (circuit ? 0.65 : 0.9) + width / 9;
}

/** For every edge that a gradient flows along, its width after the pass: the gradient's norm on a log scale. */
export function gradientWidths({ steps }: Timeline): ReadonlyMap<string, number> {
  const norms = new Map<string, number>();
  for (const step of steps) if (step.kind === 'flow') norms.set(step.edge.id, norm(step.flow.data));
  return widthsOf(norms, THICKEST, THICKEST);
}

/** The same for the wires of a circuit: some stand for several edges, whose flows add up, and what is unknown is not large. */
export function symbolWidths({ steps }: Timeline, wires: readonly Wire[]): ReadonlyMap<string, number> {
  const flows = new Map<string, number>();
  for (const step of steps) if (step.kind === 'flow') flows.set(step.edge.id, edgeFigure(step.flow));
  const norms = new Map<string, number>();
  for (const { id, bundle } of wires) {
    const arriving = bundle.flatMap((edge) => flows.get(edge) ?? []);
    if (arriving.length > 0) norms.set(id, Math.abs(arriving.reduce((sum, flow) => sum + flow, 0)));
  }
  return widthsOf(norms, THICKEST_BETWEEN_SYMBOLS, FLOWED_WIDTH);
}

function widthsOf(norms: ReadonlyMap<string, number>, thickest: number, nonFinite: number): ReadonlyMap<string, number> {
  const powers = [...norms.values()].filter((norm) => norm > 0 && norm < Infinity).map(Math.log10);
  const [largest, least] = [powers.reduce((a, b) => Math.max(a, b), -Infinity), powers.reduce((a, b) => Math.min(a, b), Infinity)];
  const decades = Math.min(MOST_DECADES, Math.max(LEAST_DECADES, largest - least));
  return new Map(
    Array.from(norms, ([id, norm]) => {
      if (!Number.isFinite(norm)) return [id, nonFinite];
      const place = norm === 0 ? 0 : Math.max(0, 1 + (Math.log10(norm) - largest) / decades);
      return [id, THINNEST + place * (thickest - THINNEST)];
    }),
  );
}
