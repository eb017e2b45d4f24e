import type { Lesson } from './lesson';

/** A lesson in the list; all else is fetched when it is opened. */
export interface LessonEntry {
  /** Its part of the address: lower case, words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** What a reader can do afterwards, in a sentence. */
  readonly aim: string;
  /** About how long it takes. */
  readonly minutes: number;
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}

/** The lessons, in their order. */
export const LESSONS: readonly LessonEntry[] = [];
