import type { Step } from '../engine/recording';

/** What a step is about: the node that works, and the edge along which something travels. */
export interface Active {
  readonly node: string | undefined;
  readonly edge: string | undefined;
  /** Which way it travels: with the edge, or against it as a gradient does. */
  readonly direction: 'with' | 'against';
}

/** What a step is about. A gradient is computed by the op it leaves, so that op works while it travels. */
export function activeIn(step: Step | undefined): Active {
  if (step === undefined) return { node: undefined, edge: undefined, direction: 'with' };
  switch (step.kind) {
    case 'release':
    case 'carry':
      return { node: undefined, edge: step.edge.id, direction: 'with' };
    case 'flow':
      return { node: step.edge.to, edge: step.edge.id, direction: 'against' };
    default:
      return { node: step.node, edge: undefined, direction: 'with' };
  }
}
