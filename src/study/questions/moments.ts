import type { Step } from '../../engine';
import type { Timeline } from '../../scene/timeline';

/** From when to when something is on its way to the screen. */
export interface Span {
  /** The last moment at which nothing of it is shown. */
  readonly before: number;
  /** The moment at which all of it is. */
  readonly reveal: number;
}

/** Around the steps that are meant; undefined if there are none. */
export function spanOf({ steps }: Timeline, meant: (step: Step) => boolean): Span | undefined {
  const before = steps.findIndex(meant);
  if (before === -1) return undefined;
  return { before, reveal: steps.findLastIndex(meant) + 1 };
}
