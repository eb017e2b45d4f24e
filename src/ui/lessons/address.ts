import { useSyncExternalStore } from 'react';

/** A place in the lessons: the list, a lesson, or one of its steps. */
export interface LessonAddress {
  readonly lesson: string | undefined;
  readonly step: string | undefined;
}

/** The place that an address names: `#lessons`, `#lessons/linear`, `#lessons/linear/rows`. */
export function lessonAddress(hash: string): LessonAddress {
  const [, lesson, step] = /^#\/?lessons(?:\/([\w-]+))?(?:\/([\w-]+))?/.exec(hash) ?? [];
  return { lesson, step };
}

/** The address of a lesson, or of one of its steps. */
export function addressOf(lesson: string, step?: string): string {
  return `#lessons/${lesson}${step === undefined ? '' : `/${step}`}`;
}

/** The place in the lessons that the page's address names; the component follows it. */
export function useLessonAddress(): LessonAddress {
  return lessonAddress(useSyncExternalStore(watchAddress, () => location.hash));
}

function watchAddress(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => {
    removeEventListener('hashchange', listener);
  };
}
