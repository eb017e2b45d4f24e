import { sizeOf } from '../../engine';
import type { Ask } from '../../lessons/ask';
import { contributingEdges, indexOf } from '../../scene/recording/recordingIndex';
import type { Timeline } from '../../scene/timeline';
import type { Question } from './question';

/** How much is asked for at once. */
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

/** How much a number takes to be found, from the least to the most. */
export const EFFORTS = ['value', 'gradient', 'part'] as const;

/**
 * A value, which is read off its inputs; a gradient that is one local derivative times what arrives; or one that takes
 * more than that: a sum of products, the share along one of several edges, a cell among others.
 */
export type Effort = (typeof EFFORTS)[number];

/** The most that an ask can turn out to take. */
export function mostEffort({ what }: Ask): Effort {
  return what === 'gradient' || what === 'flow' ? 'part' : 'value';
}

/** How much a question takes. */
export function effortOf({ recording }: Timeline, { ask, answer }: Question): Effort {
  if (answer.kind !== 'number' || (ask.what !== 'gradient' && ask.what !== 'flow')) return 'value';
  const node = ask.what === 'gradient' ? ask.node : indexOf(recording).edges.get(ask.edge)?.from;
  if (node === undefined) return 'gradient';
  const isCell = sizeOf(indexOf(recording).shapes.get(node) ?? []) > 1;
  return answer.parts > 1 || isCell || contributingEdges(recording, node).length > 1 ? 'part' : 'gradient';
}
