import type { Step } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { isCircuitGraph } from '../../scene/figure';
import { contributingEdges } from '../../scene/recording/recordingIndex';
import { stateAt, type Timeline } from '../../scene/timeline';
import { shuffled, type Chance } from '../shuffled';
import { asksOfStep } from './asksOfStep';
import { effortOf, EFFORTS, mostEffort, type Difficulty, type Effort } from './difficulty';
import type { Question } from './question';
import { questionOf } from './questionOf';

/** What is asked next, and when. */
export interface NextAsk {
  readonly ask: Ask;
  /** The moment at which it is asked: nothing of the answer is on the screen yet. */
  readonly at: number;
  /** Of a hard one alone: all that it takes, since nothing in the graph takes more. */
  readonly effort?: Effort;
}

/** Of so many possible questions at most, one is chosen: the reader goes through the iteration in some leaps. */
const MOST_PASSED = 5;
/** Numbers between these can be typed without much ado. */
const [LEAST, MOST] = [1e-4, 1e6];

/** Operands of a value and products of a gradient that are put together for one answer. */
const PARTS: Readonly<Record<Difficulty, { readonly value: number; readonly gradient: number }>> = {
  easy: { value: 3, gradient: 0 },
  medium: { value: 4, gradient: 3 },
  hard: { value: 30, gradient: 14 },
};

/**
 * What to ask next, at or after a time: of what is about to be computed, a number that can be worked out by hand, a
 * shape, or which node is next. Undefined if nothing is left to ask in this iteration.
 *
 * A hard question is one of those that take most in the graph, even if it is one of a time that is over: then nothing is
 * left, rather than something easier.
 *
 * @param but what is not asked for: that which was asked for last
 */
export function nextAsk(timeline: Timeline, t: number, difficulty: Difficulty, random: Chance, but?: Ask): NextAsk | undefined {
  if (difficulty !== 'hard') return firstOf(timeline, t, { difficulty, least: 'value', but }, random);
  for (const least of EFFORTS.toReversed()) {
    const next = firstOf(timeline, t, { difficulty, least, but }, random);
    if (next !== undefined) return { ...next, effort: least };
    if ((t > 0 || but !== undefined) && firstOf(timeline, 0, { difficulty, least }, random) !== undefined) return undefined;
  }
  return undefined;
}

/** Which questions are meant. */
interface Wanted {
  readonly difficulty: Difficulty;
  /** None that takes less. */
  readonly least: Effort;
  /** Not this one. */
  readonly but?: Ask | undefined;
}

/** One of the first questions at or after a time. */
function firstOf(timeline: Timeline, t: number, wanted: Wanted, random: Chance): NextAsk | undefined {
  const { steps } = timeline;
  let first: NextAsk | undefined;
  let passed = 0;
  for (let index = Math.max(0, Math.ceil(t)); index < steps.length; index++) {
    const step = steps[index];
    if (step === undefined) continue;
    const next = fittingAt(timeline, step, index, t, wanted, random);
    if (next === undefined) continue;
    first ??= next;
    if (random.below(2) === 0 || ++passed >= MOST_PASSED) return next;
  }
  return first;
}

/** A question about what a step brings, if there is one of those that are meant. */
function fittingAt(timeline: Timeline, step: Step, index: number, t: number, { difficulty, least, but }: Wanted, random: Chance): NextAsk | undefined {
  const takesLess = (effort: Effort): boolean => EFFORTS.indexOf(effort) < EFFORTS.indexOf(least);
  const asks = asksOfStep(timeline, step, index, difficulty, random).filter((ask) => !takesLess(mostEffort(ask)) && !isSame(ask, but));
  for (const ask of shuffled(asks, random)) {
    const question = questionOf(timeline, ask);
    if (question === undefined || question.before < t || takesLess(effortOf(timeline, question))) continue;
    if (isFitting(timeline, question, difficulty)) return { ask, at: question.before };
  }
  return undefined;
}

function isSame(ask: Ask, other: Ask | undefined): boolean {
  return other !== undefined && JSON.stringify(ask) === JSON.stringify(other);
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
