import type { Edge } from '../engine/graph';
import type { Step } from '../engine/recording';
import type { Tensor } from '../engine/tensor';

/** Where a node stands in the topological sort. */
export type SortStatus = 'waiting' | 'ready' | 'sorted';

/** Everything about a node once some of the steps are complete. */
export interface NodeState {
  readonly sort: SortStatus;
  /** The node's place in the order, from 0; undefined until it is sorted. */
  readonly position: number | undefined;
  /** How many of its inputs have not been sorted yet. */
  readonly remaining: number;
  /** A parameter's is the one before its update until the update is complete. */
  readonly value: Tensor | undefined;
  /** The running total of the contributions that have arrived. */
  readonly gradient: Tensor | undefined;
  readonly update: Update | undefined;
}

/** What the update did to a parameter. */
export interface Update {
  readonly before: Tensor;
  readonly gradient: Tensor;
  readonly after: Tensor;
  readonly learningRate: number;
}

/** Everything about an edge once some of the steps are complete. */
export interface EdgeState {
  /** Whether the sort has removed it. */
  readonly released: boolean;
  /** What the forward pass carried along it. */
  readonly value: Tensor | undefined;
  /** This edge's own contribution to the gradient of the node that it comes from. */
  readonly flow: Tensor | undefined;
}

/** A node before the first step. */
export function initialNode(inputs: number): NodeState {
  return { sort: 'waiting', position: undefined, remaining: inputs, value: undefined, gradient: undefined, update: undefined };
}

/** An edge before the first step. */
export const INITIAL_EDGE: EdgeState = { released: false, value: undefined, flow: undefined };

/** The node whose state a step changes, if it changes one. */
export function nodeOfStep(step: Step): string | undefined {
  switch (step.kind) {
    case 'release':
      return step.edge.to;
    case 'flow':
      return step.edge.from;
    case 'carry':
      return undefined;
    default:
      return step.node;
  }
}

/** The edge whose state a step changes, if it changes one. */
export function edgeOfStep(step: Step): Edge | undefined {
  return 'edge' in step ? step.edge : undefined;
}

/** A node after a step that changes it. */
export function advanceNode(state: NodeState, step: Step): NodeState {
  switch (step.kind) {
    case 'ready':
      return { ...state, sort: 'ready' };
    case 'emit':
      return { ...state, sort: 'sorted', position: step.position };
    case 'release':
      return { ...state, remaining: step.waiting };
    case 'feed':
    case 'compute':
      return { ...state, value: step.value };
    case 'seed':
      return { ...state, gradient: step.gradient };
    case 'flow':
      return { ...state, gradient: step.total };
    case 'update': {
      const { before, gradient, after, learningRate } = step;
      return { ...state, value: after, update: { before, gradient, after, learningRate } };
    }
    case 'carry':
      return state;
  }
}

/** An edge after a step that changes it. */
export function advanceEdge(state: EdgeState, step: Step): EdgeState {
  switch (step.kind) {
    case 'release':
      return { ...state, released: true };
    case 'carry':
      return { ...state, value: step.value };
    case 'flow':
      return { ...state, flow: step.flow };
    default:
      return state;
  }
}
