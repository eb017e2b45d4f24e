import type { Locator } from '@playwright/test';
import type { Lesson, LessonStep } from '../../src/lessons/lesson';
import { LESSONS } from '../../src/lessons/lessons';
import { questionOf } from '../../src/study/questions/questionOf';
import { timelineOfStage } from '../lessons/lessonTimeline';
import { answerChoice } from './answerChoice';
import { answerFind } from './answerFind';
import { answerOrder } from './answerOrder';
import { answerQuestion } from './answerQuestion';
import { exerciseOf, expect, stageOf, test } from './lessonData';
import { LessonPage } from './lessonPage';
import { writtenExercises, type WrittenExercise } from './lessonProse';
import { reachGoal } from './reachGoal';
import { pressByKey } from './tabTo';

// What a step plays is there at once, so that time stands still while an answer is typed.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const { id, title } of LESSONS) {
  test(`every exercise of “${title}” tells each mistake from the others, and is solved by keyboard`, async ({ page, lessons }) => {
    test.slow();
    const lesson = lessons.get(id);
    if (lesson === undefined) throw new Error(`there is no lesson ${id}`);
    const written = writtenExercises(id);
    const opened = new LessonPage(page);
    await opened.open(id);
    for (const [index, step] of lesson.steps.entries()) {
      await expect(opened.heading).toHaveText(step.title);
      await opened.ready();
      const exercises = written.get(step.id) ?? [];
      expect(exercises.map((exercise) => exercise.id).toSorted(), 'exercises in the words and in the data').toEqual(Object.keys(step.exercises ?? {}).toSorted());
      const frames = opened.words.getByRole('group', { name: /^(Your turn|Put them in order|Find the mistake)$/ });
      await expect(frames).toHaveCount(exercises.length);
      const own = page.getByRole('link', { name: new RegExp(`^Step ${index + 1}: `) });
      const name = `Step ${index + 1}: ${step.title}`;
      await expect(own).toHaveAccessibleName(exercises.length === 0 ? name : `${name}, something to do`);
      for (const [at, exercise] of exercises.entries()) {
        await test.step(`${step.id}/${exercise.id}`, async () => {
          await solve(opened, { place: `${id}/${step.id}/${exercise.id}`, lesson, step, exercise, frame: frames.nth(at) });
        });
        await expect(frames.nth(at)).toHaveAttribute('data-solved', 'true');
        await expect(frames.nth(at).getByText('✓ solved', { exact: true })).toBeVisible();
      }
      await expect(own).toHaveAccessibleName(exercises.length === 0 ? name : `${name}, solved`);
      if (index < lesson.steps.length - 1) await pressByKey(page.getByRole('link', { name: 'Next', exact: true }));
    }
    const count = lesson.steps.filter(({ exercises }) => exercises !== undefined).length;
    expect(count, 'steps with something to do').toBeGreaterThan(0);
    await expect(page.getByRole('link', { name: /^Step \d+: .*, solved$/ })).toHaveCount(count);
    // What has been solved is so still after a reload.
    await page.reload();
    await expect(page.getByRole('link', { name: /^Step \d+: .*, solved$/ })).toHaveCount(count);
  });
}

/** An exercise on the page, with all that is known of it. */
interface Solving {
  /** `lesson/step/exercise` */
  readonly place: string;
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly exercise: WrittenExercise;
  readonly frame: Locator;
}

async function solve(opened: LessonPage, { place, lesson, step, exercise: { id, options }, frame }: Solving): Promise<void> {
  const exercise = exerciseOf(step, id);
  await expect(frame).toHaveAttribute('data-solved', 'false');
  if (exercise.kind === 'choice') return answerChoice(frame, options);
  if (exercise.kind === 'goal') return reachGoal(place, frame);
  const timeline = timelineOfStage(stageOf(lesson, step));
  if (exercise.kind === 'order') return answerOrder(frame, timeline.recording.graph);
  if (exercise.kind === 'find') return answerFind(frame, timeline.recording, exercise.mistake);

  const question = questionOf(timeline, exercise.ask);
  if (question === undefined) throw new Error(`nothing can be asked at ${place}`);
  // Neither the step itself nor an answer given before has brought it to the screen; a share of a sum may be there.
  expect(await opened.time(), 'the answer is not on the graph yet').toBeLessThan(question.reveal);
  await answerQuestion(frame, question);
  await expect.poll(() => opened.time(), 'the graph shows the answer').toBe(question.reveal);
}
