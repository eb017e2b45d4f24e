import { LESSONS } from '../../lessons/lessons';
import type { OpenLesson } from '../../store/lesson/lessonDesk';
import { addressOf } from './address';

/** The address so many steps on or back from an open one; past its ends that of the neighbouring lesson, or undefined where there is none. */
export function pageAt({ entry, lesson, step }: OpenLesson, by: number): string | undefined {
  const at = lesson.steps.indexOf(step) + by;
  const there = lesson.steps[at];
  if (there !== undefined) return addressOf(entry.id, there.id);
  const neighbour = LESSONS[LESSONS.findIndex(({ id }) => id === entry.id) + Math.sign(by)];
  return neighbour === undefined ? undefined : addressOf(neighbour.id);
}

/** Goes there, if there is such a place. */
export function turnPage(open: OpenLesson, by: number): void {
  const address = pageAt(open, by);
  if (address !== undefined) location.hash = address;
}
