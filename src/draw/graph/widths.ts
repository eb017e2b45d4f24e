import { normOf } from '../../scene/summary';
import type { Timeline } from '../../scene/timeline';

/** The width of a wire while the passes run. */
export const RESTING_WIDTH = 1.5;
export const FLOWED_WIDTH = 2.25;

const THINNEST = 1.5;
const THICKEST = 7;

/**
 * How many powers of ten lie between the thickest wire and the thinnest: as many as the norms span, so that their
 * differences are seen. But norms that are nearly equal must look so, and one that has all but vanished must not make
 * the others look equal.
 */
const LEAST_DECADES = 1.5;
const MOST_DECADES = 6;

/** The length of a gradient's arrow head at scale 1. */
export const HEAD_LENGTH = 10;

/** How much larger than at scale 1 the arrow head of a wire is. */
export function headScale(width: number): number {
  return 0.9 + width / 9;
}

/** For every edge that a gradient flows along, its width after the pass: the gradient's norm on a log scale. */
export function gradientWidths({ steps }: Timeline): ReadonlyMap<string, number> {
  const norms = new Map<string, number>();
  for (const step of steps) if (step.kind === 'flow') norms.set(step.edge.id, normOf(step.flow.data));
  const powers = [...norms.values()].filter((norm) => norm > 0 && norm < Infinity).map(Math.log10);
  const largest = Math.max(...powers);
  const decades = Math.min(MOST_DECADES, Math.max(LEAST_DECADES, largest - Math.min(...powers)));
  return new Map(
    Array.from(norms, ([id, norm]) => {
      if (!Number.isFinite(norm)) return [id, THICKEST];
      const place = norm === 0 ? 0 : Math.max(0, 1 + (Math.log10(norm) - largest) / decades);
      return [id, THINNEST + place * (THICKEST - THINNEST)];
    }),
  );
}
