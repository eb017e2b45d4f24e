import { createServer } from 'vite';
import type { Exercise, Lesson, LessonStep, Stage } from '../../src/lessons/lesson';
import type { LessonEntry } from '../../src/lessons/lessons';
import { stageName } from '../../src/store/lesson/lessonDesk';
import { prose } from '../../vite.config';
import { test as base } from './fixture';

/** The lessons' data by their ids, read from the sources: what the page asks, and on which numbers. */
export type Lessons = ReadonlyMap<string, Lesson>;

interface WorkerData {
  readonly lessons: Lessons;
}

/** The page's test, with the lessons' data beside it. */
export const test = base.extend<object, WorkerData>({
  lessons: [
    async ({}, use) => {
      await use(await readLessons());
    },
    { scope: 'worker' },
  ],
});

export { expect } from './fixture';

/** Lessons import their prose, which only the build's own compiler can read. */
async function readLessons(): Promise<Lessons> {
  const server = await createServer({
    configFile: false,
    plugins: [prose],
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { LESSONS } = (await server.ssrLoadModule('/src/lessons/lessons.ts')) as { readonly LESSONS: readonly LessonEntry[] };
    return new Map(await Promise.all(LESSONS.map(async ({ id, load }) => [id, (await load()).lesson] as const)));
  } finally {
    await server.close();
  }
}

/** The stage that a step runs on. */
export function stageOf(lesson: Lesson, step: LessonStep): Stage {
  const stage = lesson.stages[stageName(lesson, step)];
  if (stage === undefined) throw new Error(`step ${step.id} has no stage`);
  return stage;
}

/** An exercise as the step's data has it. */
export function exerciseOf(step: LessonStep, id: string): Exercise {
  const exercise = step.exercises?.[id];
  if (exercise === undefined) throw new Error(`step ${step.id} has no exercise ${id}`);
  return exercise;
}
