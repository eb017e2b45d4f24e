import type { Step } from '../engine/recording';
import type { Frame } from './frame';
import { stopsOf, type Granularity } from './granularity';
import type { Timeline } from './timeline';

/** All that one press of "step" does at once. */
export interface Stride {
  readonly steps: readonly [Step, ...Step[]];
  /** Whether all of it has happened. */
  readonly complete: boolean;
}

/** The stride that a frame shows or has just completed; undefined at the very start. */
export function strideAt(timeline: Timeline, { index, completed }: Frame, granularity: Granularity): Stride | undefined {
  const stops = stopsOf(timeline, granularity);
  const start = stops.findLast((stop) => stop <= index);
  const end = stops.find((stop) => stop > index);
  if (start === undefined || end === undefined) return undefined;
  const [first, ...rest] = timeline.steps.slice(start, end);
  return first && { steps: [first, ...rest], complete: completed >= end };
}
