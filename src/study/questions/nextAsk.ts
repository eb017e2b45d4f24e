import { isLeaf, sizeOf, type Step } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import type { Timeline } from '../../scene/timeline';
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

/** A source of whole numbers from 0 to below `count`. */
export interface Chance {
  readonly below: (count: number) => number;
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
    const found = shuffled(asksAt(timeline, step, index, difficulty), random).find((candidate) => candidate.length > 0 && isFitting(timeline, candidate, t, difficulty, random) !== undefined);
    const next = found && isFitting(timeline, found, t, difficulty, random);
    if (next === undefined) continue;
    first ??= next;
    if (random.below(2) === 0 || ++passed >= MOST_PASSED) return next;
  }
  return first;
}
