import { normOf } from '../../scene/summary';
import type { Timeline } from '../../scene/timeline';

/** The width of a wire while the passes run. */
export const RESTING_WIDTH = 1.5;
export const FLOWED_WIDTH = 2.25;

const THINNEST = 1.25;
const THICKEST = 4.75;
/** How many powers of ten lie between the thickest wire and the thinnest. */
const DECADES = 4;

/** For every edge that a gradient flows along, its width after the pass: the gradient's norm on a log scale. */
export function gradientWidths({ steps }: Timeline): ReadonlyMap<string, number> {
  const norms = new Map<string, number>();
  for (const step of steps) if (step.kind === 'flow') norms.set(step.edge.id, normOf(step.flow.data));
  const finite = [...norms.values()].filter((norm) => norm > 0 && norm < Infinity);
  const largest = Math.log10(Math.max(...finite));
  return new Map(
    Array.from(norms, ([id, norm]) => {
      if (!Number.isFinite(norm)) return [id, THICKEST];
      const place = norm === 0 ? 0 : Math.max(0, 1 + (Math.log10(norm) - largest) / DECADES);
      return [id, THINNEST + place * (THICKEST - THINNEST)];
    }),
  );
}
