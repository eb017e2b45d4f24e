import type { Timeline } from './timeline';

/** What a node of single numbers comes to in an iteration, before any update; NaN if that is unknown. */
export function finalValue(timeline: Timeline, id: string): number {
  return timeline.nodes.get(id)?.states.findLast(({ value, update }) => value !== undefined && update === undefined)?.value?.data[0] ?? NaN;
}

/** The gradient by such a node once all of it has arrived; 0 where the output does not depend on it; NaN if it is unknown. */
export function finalGradient(timeline: Timeline, id: string): number {
  const arrived = timeline.nodes.get(id)?.states.at(-1)?.gradient?.data[0];
  if (arrived !== undefined) return arrived;
  return Number.isNaN(finalValue(timeline, timeline.recording.graph.output)) ? NaN : 0;
}
