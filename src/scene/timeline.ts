import { isLeaf, type Graph } from '../engine/graph';
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

/**
 * Prepares a recording for looking up. Takes time and space proportional to graph and steps. What the sort does to a
 * graph is found once for it: its steps are the same objects in every recording, and a reader's drag brings one a frame.
 */
export function timelineOf(recording: Recording): Timeline {
  const { graph, steps } = recording;
  const sort = sortedPart(recording);
  const nodes = new Map<string, Growing<NodeState>>();
  for (const [id, history] of sort.nodes) nodes.set(id, copyOf(history));
  const edges = new Map<string, Growing<EdgeState>>();
  for (const [id, history] of sort.edges) edges.set(id, copyOf(history));
  const shapes = new Map<string, Shape>();
  for (const node of graph.nodes) if (isLeaf(node) && node.shape !== undefined) shapes.set(node.id, node.shape);
  for (let index = sort.steps.length; index < steps.length; index++) {
    const step = steps[index];
    if (step === undefined) continue;
    advance({ nodes, edges }, step, index);
    if (step.kind === 'feed' || step.kind === 'compute') shapes.set(step.node, step.value.shape);
  }
  return { recording, steps, nodes, edges, shapes, phases: phasesOf(steps) };
}

/** What nodes and edges have gone through by the end of some steps. */
interface Histories {
  readonly nodes: ReadonlyMap<string, Growing<NodeState>>;
  readonly edges: ReadonlyMap<string, Growing<EdgeState>>;
}

interface SortedPart extends Histories {
  readonly steps: readonly Step[];
}

const sorted = new WeakMap<Graph, SortedPart>();

function sortedPart({ graph, edges, steps }: Recording): SortedPart {
  const known = sorted.get(graph);
  // Whatever comes behind them is gone through by the caller.
  if (known?.steps.every((step, index) => step === steps[index]) === true) return known;
  const end = steps.findIndex(({ phase }) => phase !== 'sort');
  const part: SortedPart = {
    steps: end === -1 ? steps : steps.slice(0, end),
    nodes: new Map(graph.nodes.map((node) => [node.id, historyFrom(initialNode(isLeaf(node) ? 0 : node.inputs.length))])),
    edges: new Map(edges.map((edge) => [edge.id, historyFrom(INITIAL_EDGE)])),
  };
  part.steps.forEach((step, index) => advance(part, step, index));
  sorted.set(graph, part);
  return part;
}

function advance({ nodes, edges }: Histories, step: Step, index: number): void {
  const node = nodeOfStep(step);
  if (node !== undefined) extend(nodes.get(node), index, (state) => advanceNode(state, step));
  const edge = edgeOfStep(step);
  if (edge !== undefined) extend(edges.get(edge.id), index, (state) => advanceEdge(state, step));
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

function copyOf<State>({ at, states: [first, ...rest] }: Growing<State>): Growing<State> {
  return { at: at.slice(), states: [first, ...rest] };
}

function phasesOf(steps: readonly Step[]): PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  let start = 0;
  steps.forEach(({ phase }, index) => {
    if (steps[index + 1]?.phase === phase) return;
    spans.push({ phase, start, end: index + 1 });
    start = index + 1;
  });
  return spans;
}
