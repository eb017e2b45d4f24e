import type { Lesson } from '../../src/lessons/lesson';
import { questionOf } from '../../src/study/questions/questionOf';
import { timelineOfStage } from './lessonTimeline';

/** The wrong answers to a step's question that more than one kind of mistake leads to, so that none can be told from them. */
export function ambiguousSlips({ stages, steps }: Lesson, step: string, key: string): number[] {
  const found = steps.find(({ id }) => id === step);
  const exercise = found?.exercises?.[key];
  const stage = stages[found?.stage ?? ''];
  if (exercise?.kind !== 'question' || stage === undefined) throw new Error(`step ${step} has no question ${key}`);
  const question = questionOf(timelineOfStage(stage), exercise.ask);
  if (question === undefined) throw new Error(`the question ${key} cannot be asked`);
  const kinds = new Map<number, Set<string>>();
  for (const { kind, value } of question.slips) kinds.set(value, (kinds.get(value) ?? new Set<string>()).add(kind));
  return [...kinds].flatMap(([value, of]) => (of.size > 1 ? [value] : []));
}
