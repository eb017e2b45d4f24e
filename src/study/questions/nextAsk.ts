import { isLeaf, sizeOf, type Step } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { isCircuitGraph } from '../../scene/figure';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import { stateAt, type Timeline } from '../../scene/timeline';
import { shuffled, type Chance } from '../shuffled';
import type { Question } from './question';
import { questionOf } from './questionOf';

/** How much is asked for at once. */
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

/** What is asked next, and when. */
export interface NextAsk {
  readonly ask: Ask;
  /** The moment at which it is asked: nothing of the answer is on the screen yet. */
  readonly at: number;
}

/** Of so many possible questions at most, one is chosen: the reader goes through the iteration in some leaps. */
const MOST_PASSED = 5;
/** So many cells of a tensor are looked at for one whose number can be worked out by hand. */
const MOST_CELLS = 8;
/** Numbers between these can be typed without much ado. */
const [LEAST, MOST] = [1e-4, 1e6];

/** Operands of a value and products of a gradient that are put together for one answer. */
const PARTS: Readonly<Record<Difficulty, { readonly value: number; readonly gradient: number }>> = {
  easy: { value: 3, gradient: 0 },
  medium: { value: 4, gradient: 3 },
  hard: { value: 30, gradient: 14 },
};

/** Operations that take no more than school arithmetic. */
const PLAIN_OPS: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'div', 'neg', 'max', 'relu', 'abs']);

/**
 * What to ask next, at or after a time: of what is about to be computed, a number that can be worked out by hand, a
 * shape, or which node is next. Undefined if nothing is left to ask in this iteration.
 */
export function nextAsk(timeline: Timeline, t: number, difficulty: Difficulty, random: Chance): NextAsk | undefined {
  const { steps } = timeline;
  let first: NextAsk | undefined;
  let passed = 0;
  for (let index = Math.max(0, Math.ceil(t)); index < steps.length; index++) {
    const step = steps[index];
    if (step === undefined) continue;
    const next = fittingAt(timeline, step, index, t, difficulty, random);
    if (next === undefined) continue;
    first ??= next;
    if (random.below(2) === 0 || ++passed >= MOST_PASSED) return next;
  }
  return first;
}

/** A question about what a step brings, if there is one of this difficulty. */
function fittingAt(timeline: Timeline, step: Step, index: number, t: number, difficulty: Difficulty, random: Chance): NextAsk | undefined {
  for (const ask of shuffled(asksAt(timeline, step, index, difficulty, random), random)) {
    const question = questionOf(timeline, ask);
    if (question !== undefined && question.before >= t && isFitting(timeline, question, difficulty)) return { ask, at: question.before };
  }
  return undefined;
}

/** What can be asked of a step, fitting or not. */
function asksAt(timeline: Timeline, step: Step, index: number, difficulty: Difficulty, random: Chance): Ask[] {
  const node = step.kind === 'emit' || step.kind === 'compute' ? indexOf(timeline.recording).nodes.get(step.node) : undefined;
  switch (step.kind) {
    case 'emit':
      // Right behind the one before: nothing has been found ready yet.
      return difficulty === 'easy' && node !== undefined && !isLeaf(node) ? [{ what: 'next', after: previousEmit(timeline, index) + 1 }] : [];
    case 'compute': {
      if (node === undefined || isLeaf(node)) return [];
      const cells = cellsOf(step.value.data.length, random).map((cell): Ask => ({ what: 'value', node: step.node, cell }));
      if (difficulty !== 'easy') return cells;
      const next: Ask = { what: 'next', after: index - node.inputs.length };
      return [next, ...(sizeOf(step.value.shape) === 1 && PLAIN_OPS.has(node.op) ? cells : [])];
    }
    case 'flow': {
      if (difficulty === 'easy') return isLeafWithAxes(timeline, step) ? [{ what: 'shape', node: step.edge.from }] : [];
      const cells = cellsOf(step.flow.data.length, random);
      const flows = cells.map((cell): Ask => ({ what: 'flow', edge: step.edge.id, cell }));
      // Of one edge alone, what travels along it is the gradient.
      const isOnly = contributingEdges(timeline.recording, step.edge.from).length === 1;
      if (difficulty === 'medium' && !isOnly) return flows;
      return [...(isOnly ? [] : flows), ...cells.map((cell): Ask => ({ what: 'gradient', node: step.edge.from, cell }))];
    }
    default:
      return [];
  }
}

/** The shape of every value stands in its node from the start; that of a leaf's gradient has to be known. */
function isLeafWithAxes({ recording }: Timeline, { edge, flow }: Extract<Step, { kind: 'flow' }>): boolean {
  const node = indexOf(recording).nodes.get(edge.from);
  return node !== undefined && isLeaf(node) && flow.shape.length > 0;
}

/** Whether a question is neither given away nor beyond what can be worked out by hand at the moment at which it is asked. */
function isFitting(timeline: Timeline, { ask, answer, before }: Question, difficulty: Difficulty): boolean {
  if (answer.kind === 'node') return isChoice(timeline, answer.nodes.size, before) && ![...answer.nodes].some((id) => isReady(timeline, id, before));
  if (answer.kind === 'shape') return true;
  // A circuit's page shows beside the graph what its output comes to.
  const { graph } = timeline.recording;
  if (ask.what === 'value' && ask.node === graph.output && isCircuitGraph(graph)) return false;
  const size = Math.abs(answer.value);
  const most = ask.what === 'value' ? PARTS[difficulty].value : PARTS[difficulty].gradient;
  if (answer.parts > most || size < LEAST || size > MOST || !answer.isSteady) return false;
  return ask.what !== 'gradient' || upstreamIsThere(timeline, ask.node, before);
}

function previousEmit({ steps }: Timeline, index: number): number {
  return steps.findLastIndex((step, at) => at < index && step.kind === 'emit');
}

/** Whether a node stands in the queue of the sort, for all to see. */
function isReady({ nodes }: Timeline, id: string, at: number): boolean {
  const history = nodes.get(id);
  return history !== undefined && stateAt(history, at).sort === 'ready';
}

/** Whether some of the nodes that are still to come cannot be next. */
function isChoice({ steps }: Timeline, ready: number, after: number): boolean {
  const kind = steps[after]?.phase === 'sort' ? 'emit' : 'compute';
  const left = steps.reduce((count, step, index) => (index >= after && step.kind === kind ? count + 1 : count), 0);
  return left > ready;
}

/** Whether everything that arrives from above is on the screen before the first of it travels on to a node. */
function upstreamIsThere({ recording, steps }: Timeline, node: string, before: number): boolean {
  const readers = new Set(contributingEdges(recording, node).map(({ to }) => to));
  return !steps.some((step, index) => index >= before && step.kind === 'flow' && readers.has(step.edge.from));
}

function cellsOf(count: number, random: Chance): number[] {
  if (count <= MOST_CELLS) return Array.from({ length: count }, (_, cell) => cell);
  const cells = new Set<number>();
  while (cells.size < MOST_CELLS) cells.add(random.below(count));
  return [...cells];
}
