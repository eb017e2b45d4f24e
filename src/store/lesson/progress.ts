import { createStore, type StoreApi } from 'zustand/vanilla';
import { createJSONStorage, persist } from 'zustand/middleware';
import { forgiving } from '../storage';

/** How far a reader has come: which steps have been seen, and which exercises are solved, each by its place. */
export interface Progress {
  /** `lesson/step` */
  readonly seen: readonly string[];
  /** `lesson/step/exercise` */
  readonly solved: readonly string[];
}

export type ProgressStore = StoreApi<Progress>;

/** Where progress is kept under. */
export const PROGRESS_KEY = 'miniflow.lessons';

const NONE: Progress = { seen: [], solved: [] };

/** The reader's progress, kept in `storage`; what is found there is taken only as far as it makes sense. */
export function createProgress(storage: () => Storage): ProgressStore {
  return createStore<Progress>()(
    persist((): Progress => NONE, {
      name: PROGRESS_KEY,
      storage: createJSONStorage(() => forgiving(storage)),
      migrate: sensible,
      merge: sensible,
    }),
  );
}

/** Marks a step as seen, or an exercise as solved; once is enough. */
export function mark(progress: ProgressStore, what: keyof Progress, place: string): void {
  const before = progress.getState()[what];
  if (!before.includes(place)) progress.setState({ [what]: [...before, place] });
}

/** Progress from a stranger's hand. */
function sensible(saved: unknown): Progress {
  const given = typeof saved === 'object' && saved !== null ? (saved as Readonly<Record<string, unknown>>) : {};
  return { seen: places(given['seen']), solved: places(given['solved']) };
}

/** More than this no lessons have. */
const MOST = 2000;

function places(given: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given.slice(0, MOST) : [];
  return [...new Set(list.filter((place): place is string => typeof place === 'string'))];
}
