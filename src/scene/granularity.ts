import type { Step } from '../engine/recording';
import type { Timeline } from './timeline';

/** How far one press of "step" goes: one step, all that one node does, or one phase. */
export const GRANULARITIES = ['edge', 'node', 'phase'] as const;

export type Granularity = (typeof GRANULARITIES)[number];

/**
 * The positions at which stepping halts, ascending, from 0 to the number of steps.
 * By node, a node's inputs and its computation are one stride, and so are all the gradients that leave one op,
 * and in the sort a node's place in the order together with the edges that go and the readers that become ready.
 */
export function stopsOf(timeline: Timeline, granularity: Granularity): readonly number[] {
  const known = found.get(timeline) ?? {};
  found.set(timeline, known);
  return (known[granularity] ??= findStops(timeline, granularity));
}

// Asked for in every frame while something plays.
const found = new WeakMap<Timeline, Partial<Record<Granularity, readonly number[]>>>();

function findStops({ steps }: Timeline, granularity: Granularity): number[] {
  const stops = [0];
  let before = '';
  let key = '';
  steps.forEach((step, index) => {
    key = strideOf(step, granularity, index, key);
    if (index > 0 && key !== before) stops.push(index);
    before = key;
  });
  if (steps.length > 0) stops.push(steps.length);
  return stops;
}

/** The first stop after time t; undefined at the end. */
export function nextStop(stops: readonly number[], t: number): number | undefined {
  return stops.find((stop) => stop > t);
}

/** The last stop before time t; undefined at the start. */
export function previousStop(stops: readonly number[], t: number): number | undefined {
  return stops.findLast((stop) => stop < t);
}

/** A name for the stride that a step belongs to: neighbours with the same name are taken at once. */
function strideOf(step: Step, granularity: Granularity, index: number, before: string): string {
  if (granularity === 'edge') return String(index);
  if (granularity === 'phase') return step.phase;
  switch (step.kind) {
    case 'emit':
      return `sort ${step.node}`;
    case 'ready':
    case 'release':
      // They follow from the node that was emitted last; before the first, the leaves become ready together.
      return before === '' ? 'sort' : before;
    case 'carry':
    case 'flow':
      return `${step.phase} ${step.edge.to}`;
    default:
      return `${step.phase} ${step.node}`;
  }
}
