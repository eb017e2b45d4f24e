import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../src/lessons/lessons';
import { questionOf } from '../../../src/study/questions/questionOf';
import { timelineOfStage } from '../../lessons/lessonTimeline';

/** Words of the chain rule, which the lesson of that name puts together. */
const LATER = /chain rule|upstream|from above|local derivative/i;

/** The texts of all hints of a lesson's questions. */
async function hintsOf({ load }: (typeof LESSONS)[number]): Promise<string[]> {
  const { lesson } = await load();
  let name = Object.keys(lesson.stages)[0] ?? '';
  return lesson.steps.flatMap(({ stage: own, exercises = {} }) => {
    name = own ?? name;
    const stage = lesson.stages[name];
    return Object.values(exercises).flatMap((exercise) => {
      const question = exercise.kind === 'question' && stage !== undefined ? questionOf(timelineOfStage(stage), exercise.ask) : undefined;
      return question?.hints.map(({ text }) => text) ?? [];
    });
  });
}

describe('questionOf, of the lessons before the chain rule', () => {
  const before = LESSONS.slice(0, LESSONS.findIndex(({ id }) => id === 'chain-rule'));

  it.each(before.map((entry) => [entry.id, entry] as const))('hints in words that a reader of %s has', async (_, entry) => {
    expect((await hintsOf(entry)).filter((text) => LATER.test(text))).toEqual([]);
  });

  it('has hints in most of them', async () => {
    const counts = await Promise.all(before.map(async (entry) => (await hintsOf(entry)).length));
    expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(6);
  });
});
