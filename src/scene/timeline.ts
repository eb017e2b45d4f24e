import { isLeaf } from '../engine/graph';
import type { Phase, Recording, Step } from '../engine/recording';
import type { Shape } from '../engine/shape';
import {
  INITIAL_EDGE,
  advanceEdge,
  advanceNode,
  edgeOfStep,
  initialNode,
  nodeOfStep,
  type EdgeState,
  type NodeState,
} from './state';

/**
 * The states that one thing goes through. `states[0]` holds at the start, and `states[i + 1]` as soon as
 * step number `at[i]` is complete. Later states are made once, so that an unchanged state stays the same object.
 */
export interface History<State> {
  readonly at: readonly number[];
  readonly states: readonly [State, ...State[]];
}

/** A stretch of steps that belong to one phase: from position `start` to position `end`. */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly start: number;
  readonly end: number;
}

/** One iteration, prepared so that any moment of it can be looked up. */
export interface Timeline {
  readonly recording: Recording;
  readonly steps: readonly Step[];
  readonly nodes: ReadonlyMap<string, History<NodeState>>;
  readonly edges: ReadonlyMap<string, History<EdgeState>>;
  /** The shape that each node's value has, known from the start. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly phases: readonly PhaseSpan[];
}

/** Prepares a recording for looking up. Takes time and space proportional to graph and steps. */
export function timelineOf(recording: Recording): Timeline {
  const { graph, edges, steps } = recording;
  const nodeHistories = new Map(
    graph.nodes.map((node) => [node.id, historyFrom(initialNode(isLeaf(node) ? 0 : node.inputs.length))]),
  );
  const edgeHistories = new Map(edges.map((edge) => [edge.id, historyFrom(INITIAL_EDGE)]));
  const shapes = new Map<string, Shape>();
  for (const node of graph.nodes) if (isLeaf(node) && node.shape !== undefined) shapes.set(node.id, node.shape);

  steps.forEach((step, index) => {
    const node = nodeOfStep(step);
    if (node !== undefined) extend(nodeHistories.get(node), index, (state) => advanceNode(state, step));
    const edge = edgeOfStep(step);
    if (edge !== undefined) extend(edgeHistories.get(edge.id), index, (state) => advanceEdge(state, step));
    if (step.kind === 'feed' || step.kind === 'compute') shapes.set(step.node, step.value.shape);
  });
  return { recording, steps, nodes: nodeHistories, edges: edgeHistories, shapes, phases: phasesOf(steps) };
}

/** The state of a thing once steps 0 … completed − 1 are complete, by binary search. */
export function stateAt<State>({ at, states }: History<State>, completed: number): State {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? Infinity) < completed) low = middle + 1;
    else high = middle;
  }
  return states[low] ?? states[0];
}

interface Growing<State> {
  readonly at: number[];
  readonly states: [State, ...State[]];
}

function historyFrom<State>(initial: State): Growing<State> {
  return { at: [], states: [initial] };
}

function extend<State>(history: Growing<State> | undefined, index: number, advance: (state: State) => State): void {
  if (history === undefined) return;
  history.states.push(advance(history.states[history.at.length] ?? history.states[0]));
  history.at.push(index);
}

function phasesOf(steps: readonly Step[]): PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  steps.forEach(({ phase }, index) => {
    const last = spans.at(-1);
    if (last?.phase === phase) spans[spans.length - 1] = { ...last, end: index + 1 };
    else spans.push({ phase, start: index, end: index + 1 });
  });
  return spans;
}
