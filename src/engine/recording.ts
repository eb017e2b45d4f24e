import type { Edge, Graph } from './graph';
import type { Tensor } from './tensor';

/** The stages of one iteration, in the order in which they happen. */
export const PHASES = ['sort', 'feed', 'forward', 'seed', 'backward', 'update'] as const;

export type Phase = (typeof PHASES)[number];

/** One thing that happened. Its tensors are copies: they stay as they were at that moment. */
export type Step =
  /** Kahn: every input of the node has been emitted (a leaf has none), so it joins the queue. */
  | { readonly phase: 'sort'; readonly kind: 'ready'; readonly node: string }
  /** Kahn: the node leaves the queue and takes place number `position` (from 0) in the order. */
  | { readonly phase: 'sort'; readonly kind: 'emit'; readonly node: string; readonly position: number }
  /** Kahn: an edge out of the emitted node goes; its reader still waits for `waiting` inputs. */
  | { readonly phase: 'sort'; readonly kind: 'release'; readonly edge: Edge; readonly waiting: number }
  /** A leaf receives its value. */
  | { readonly phase: 'feed'; readonly kind: 'feed'; readonly node: string; readonly value: Tensor }
  /** A value travels along an edge to the port that reads it. */
  | { readonly phase: 'forward'; readonly kind: 'carry'; readonly edge: Edge; readonly value: Tensor }
  /** An operation has all of its inputs and computes. */
  | { readonly phase: 'forward'; readonly kind: 'compute'; readonly node: string; readonly value: Tensor }
  /** The gradient of the output with respect to itself: ones. */
  | { readonly phase: 'seed'; readonly kind: 'seed'; readonly node: string; readonly gradient: Tensor }
  /** One edge's own contribution, and the running sum in `edge.from` once it has arrived. */
  | { readonly phase: 'backward'; readonly kind: 'flow'; readonly edge: Edge; readonly flow: Tensor; readonly total: Tensor }
  /** A parameter moves against its gradient. */
  | {
      readonly phase: 'update';
      readonly kind: 'update';
      readonly node: string;
      readonly before: Tensor;
      readonly gradient: Tensor;
      readonly after: Tensor;
      readonly learningRate: number;
    };

/** One iteration as data: everything that can be shown of it. Plain, so that it can cross to another thread. */
export interface Recording {
  readonly graph: Graph;
  /** The ids in the order in which they are computed. */
  readonly order: readonly string[];
  readonly edges: readonly Edge[];
  readonly steps: readonly Step[];
}
