import { createStore, type StoreApi } from 'zustand/vanilla';
import { createJSONStorage, persist } from 'zustand/middleware';
import { SLIP_KINDS, type SlipKind } from '../study/questions/slipKinds';
import { fieldsOf, forgiving } from './storage';

/** A kind of mistake, or one that nobody can name. */
export type Mistaken = SlipKind | 'unknown';

/** How a reader's answers have come out so far. */
export interface Score {
  readonly right: number;
  /** How often each mistake was made. */
  readonly mistakes: Readonly<Record<Mistaken, number>>;
}

/** The score, and what changes it. */
export interface ScoreStore extends StoreApi<Score> {
  readonly countRight: () => void;
  readonly countMistake: (kind: Mistaken) => void;
  readonly clear: () => void;
}

/** Where the score is kept under. */
export const SCORE_KEY = 'miniflow.score';

/** Nothing answered yet. */
export const NO_SCORE: Score = {
  right: 0,
  mistakes: { sign: 0, local: 0, upstream: 0, path: 0, whole: 0, divisor: 0, transpose: 0, value: 0, arithmetic: 0, unknown: 0 },
};

/** The score, kept in `storage`; what is found there is taken only as far as it makes sense. */
export function createScore(storage: () => Storage): ScoreStore {
  const store = createStore<Score>()(
    persist((): Score => NO_SCORE, {
      name: SCORE_KEY,
      storage: createJSONStorage(() => forgiving(storage)),
      migrate: sensibleScore,
      merge: (saved, current) => (saved === undefined || saved === null ? current : sensibleScore(saved)),
    }),
  );
  /** Another tab may have counted since: what it has kept is taken first. */
  const change = (next: (score: Score) => Score): void => {
    void store.persist.rehydrate();
    store.setState(next);
  };
  return {
    ...store,
    countRight: () => {
      change((score) => ({ ...score, right: score.right + 1 }));
    },
    countMistake: (kind) => {
      change(({ right, mistakes }) => ({ right, mistakes: { ...mistakes, [kind]: mistakes[kind] + 1 } }));
    },
    clear: () => {
      store.setState(NO_SCORE);
    },
  };
}

/** A score from a stranger's hand: whatever is no count is 0. */
export function sensibleScore(saved: unknown): Score {
  const given = fieldsOf(saved);
  const mistakes = fieldsOf(given['mistakes']);
  const counted: Record<Mistaken, number> = { ...NO_SCORE.mistakes };
  for (const kind of [...SLIP_KINDS, 'unknown'] as const) counted[kind] = countOf(mistakes[kind]);
  return { right: countOf(given['right']), mistakes: counted };
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
