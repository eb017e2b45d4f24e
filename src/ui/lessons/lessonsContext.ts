import { createContext, use } from 'react';
import type { LessonDesk, OpenLesson } from '../../store/lesson/lessonDesk';
import type { Progress } from '../../store/lesson/progress';
import { usePart } from '../context';

/** The lessons' desk, for every component of their pages. */
export const LessonsContext = createContext<LessonDesk | null>(null);

/** The lessons' desk. @throws Error outside of `LessonsContext` */
export function useLessons(): LessonDesk {
  const desk = use(LessonsContext);
  if (desk === null) throw new Error('useLessons needs a LessonsContext around it');
  return desk;
}

/** A part of the reader's progress; the component follows it. */
export function useProgress<Part>(selector: (progress: Progress) => Part): Part {
  return usePart(useLessons().progress, selector);
}

/** The lesson that is open, within its page. */
export const OpenLessonContext = createContext<OpenLesson | null>(null);

/** The lesson that is open. @throws Error outside of its page */
export function useOpenLesson(): OpenLesson {
  const open = use(OpenLessonContext);
  if (open === null) throw new Error('useOpenLesson needs an OpenLessonContext around it');
  return open;
}
