import { createLessonDesk } from '../../store/lesson/lessonDesk';
import { createProgress } from '../../store/lesson/progress';
import type { Miniflow } from '../../store/miniflow';
import { questionOf } from '../../study/questions/questionOf';
import type { OpenedWay } from '../App';
import { LessonsContext } from './lessonsContext';
import { LessonsPage } from './LessonsPage';
import { LessonsSubject } from './LessonsSubject';
import { turnPage } from './turnPage';

/** The lessons with their pages. */
export function openLessons(miniflow: Miniflow, storage: () => Storage): OpenedWay {
  const desk = createLessonDesk({
    miniflow,
    progress: createProgress(storage),
    turnPage: (by) => {
      const { open } = desk.state.getState();
      if (open !== null) turnPage(open, by);
    },
    timeBefore: (timeline, ask) => questionOf(timeline, ask)?.before,
    now: () => performance.now(),
  });
  return {
    walk: { get: () => desk.state.getState().open?.stage.walk ?? null, follow: desk.state.subscribe },
    Page: () => <LessonsContext value={desk}>{<LessonsPage />}</LessonsContext>,
    Subject: () => <LessonsContext value={desk}>{<LessonsSubject />}</LessonsContext>,
  };
}
