import { createStore, type StoreApi } from 'zustand/vanilla';
import { createJSONStorage, persist } from 'zustand/middleware';
import { fieldsOf, forgiving } from '../storage';

/** How far a reader has come: which steps have been seen, and which exercises are solved, each by its place. */
export interface Progress {
  /** `lesson/step` */
  readonly seen: readonly string[];
  /** `lesson/step/exercise` */
  readonly solved: readonly string[];
}

export interface ProgressStore extends StoreApi<Progress> {
  /** Takes what another tab may have kept since. */
  readonly takeUp: () => void;
}

/** Where progress is kept under. */
export const PROGRESS_KEY = 'miniflow.lessons';

const NONE: Progress = { seen: [], solved: [] };

/** The reader's progress, kept in `storage`; what is found there is taken only as far as it makes sense. */
export function createProgress(storage: () => Storage): ProgressStore {
  const store = createStore<Progress>()(
    persist((): Progress => NONE, {
      name: PROGRESS_KEY,
      storage: createJSONStorage(() => forgiving(storage)),
      migrate: sensible,
      // Progress only grows: what is kept and what is known here belong together.
      merge: (saved, current) => together(sensible(saved), current),
    }),
  );
  return { ...store, takeUp: () => void store.persist.rehydrate() };
}

/** Marks a step as seen, or an exercise as solved; once is enough. */
export function mark(progress: ProgressStore, what: keyof Progress, place: string): void {
  progress.takeUp();
  const before = progress.getState()[what];
  if (!before.includes(place)) progress.setState({ [what]: [...before, place] });
}

function together(a: Progress, b: Progress): Progress {
  return { seen: [...new Set([...a.seen, ...b.seen])], solved: [...new Set([...a.solved, ...b.solved])] };
}

/** Progress from a stranger's hand. */
function sensible(saved: unknown): Progress {
  const given = fieldsOf(saved);
  return { seen: places(given['seen']), solved: places(given['solved']) };
}

/** More than this no lessons have. */
const MOST = 2000;

function places(given: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given.slice(0, MOST) : [];
  return [...new Set(list.filter((place): place is string => typeof place === 'string'))];
}
