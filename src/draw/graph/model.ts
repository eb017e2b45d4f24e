import type { Layout } from '../../scene/layout';
import type { Timeline } from '../../scene/timeline';

/** Where the numbers of a circuit were lost: at a node, or on the way back along one of the edges into it. */
export interface FaultPlace {
  readonly node: string;
  /** The edge whose flow is the first unknown, if the values were all known. */
  readonly edge?: string;
  /** What happened, for those who point at the mark and those who hear it. */
  readonly sentence: string;
}

/** What is drawn. As long as `layout` is the same object, the drawing keeps its elements and its zoom. */
export interface GraphModel {
  readonly timeline: Timeline;
  readonly layout: Layout;
  /** What an op is called, by its name: `mse` is `MSE`. */
  readonly titles: ReadonlyMap<string, string>;
  readonly fault?: FaultPlace | undefined;
  /** Whether figures have every digit instead of three, or as many as fit once the reader has zoomed in. */
  readonly allDigits?: boolean | undefined;
}

/** Whether a layout is a circuit's: symbols instead of cards, and what is not finite is unknown. */
export function isCircuit({ nodes }: Layout): boolean {
  return nodes[0]?.look === 'symbol';
}
