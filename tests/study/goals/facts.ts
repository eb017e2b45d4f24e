import type { DescentFacts, GoalFacts, TrainingFacts } from '../../../src/study/goals/goalFacts';

/** A training of run 1 that has taken no step, but for what is said of it. @param losses the means of the epochs that have ended */
export function training({ losses = [], ...rest }: Partial<TrainingFacts> & { readonly losses?: readonly number[] } = {}): GoalFacts {
  const facts = { run: 1, steps: 0, returning: false, epochs: losses.length, epochLoss: (index: number) => losses[index] ?? NaN, divergedAt: undefined, ...rest };
  return { training: facts, descent: undefined, value: () => undefined };
}

/** A descent along x that has not begun, but for what is said of it. */
export function descent({ x = 6, ...rest }: Partial<DescentFacts> & { readonly x?: number } = {}): GoalFacts {
  const facts = { which: FIRST, iteration: -1, end: undefined, place: (input: string) => (input === 'x' ? x : undefined), ...rest };
  return { training: undefined, descent: facts, value: () => undefined };
}

/** Two descents, the second after beginning anew. */
export const FIRST = { name: 'first' };
export const SECOND = { name: 'second' };

/** A graph of which nothing but the value of one node is known. */
export function valued(node: string, value: number | undefined): GoalFacts {
  return { training: undefined, descent: undefined, value: (id) => (id === node ? value : undefined) };
}
