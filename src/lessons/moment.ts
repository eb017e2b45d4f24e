import type { Phase } from '../engine';

/** A moment of an iteration, named by what has just happened. As data, so that a lesson can state it. */
export type Moment =
  | 'start'
  | 'end'
  /** A phase is over; all gradients are there at the end of `backward`. */
  | { readonly endOf: Phase }
  /** A node has just joined the queue, left it, been fed, been computed or been updated. */
  | { readonly node: string; readonly has: 'ready' | 'emit' | 'feed' | 'compute' | 'seed' | 'update' }
  /** An edge (`to:port`) has just gone, or been travelled forward or backward. */
  | { readonly edge: string; readonly has: 'release' | 'carry' | 'flow' }
  /** The gradient of a node has arrived whole: the last of its edges has flowed. */
  | { readonly gradientOf: string };
