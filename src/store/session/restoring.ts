import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunDocument } from '../../training/plan';
import type { RunsStore } from '../runs';
import { forgiving } from '../storage';
import type { SessionKeeper } from './savedSession';
import { readSession, renumbered, sessionData, type ReadSession, type SavedRun, type SavedSession } from './session';

/** Milliseconds that the page waits for the last session before it begins without. */
export const PATIENCE = 1_000;

/** Where it stands that a session is being brought back. */
export const RESTORING_KEY = 'miniflow.restoring';

/** The product, as far as a session is made of it. */
export interface RestoringHost {
  readonly runs: RunsStore;
  readonly documentOf: (id: number) => RunDocument;
  /** The SGD step of the run at the front that is on the screen. */
  readonly shownStep: () => number;
  /** From here on all numbers of runs are free. */
  readonly nextId: () => number;
  /**
   * Opens a run under its own number, at the front or behind it, and puts it in the order of the numbers. The promise is resolved once its past has been
   * replayed, and rejected with a sentence if it cannot be. One that comes to the front may take the place of a run in
   * which no step has been taken.
   */
  readonly open: (run: SavedRun, front: boolean) => Promise<void>;
  readonly seekStep: (step: number) => void;
  /** Rows of the table, once there is one. */
  readonly rows: () => number;
}

export interface RestoringWorld {
  readonly saving: SessionKeeper;
  readonly storage: () => Storage;
  readonly host: RestoringHost;
}

/** Whether to bring a session back, and what the reader should know to say so. */
export interface RestoringQuestion {
  /** It did not come back to its end the last time, or the browser was late to give it out. */
  readonly why: 'unfinished' | 'late';
  /** How many runs it has, and how many SGD steps in all. */
  readonly runs: number;
  readonly steps: number;
}

/** What the page has to ask and to say about the last session. */
export interface RestoringState {
  /** Undefined if there is nothing to ask. */
  readonly question: RestoringQuestion | undefined;
  /** Runs that are still being brought back. */
  readonly waiting: number;
  /** What could not be brought back, a sentence each. */
  readonly problems: readonly string[];
}

/** Brings the last session back, and keeps the present one. */
export interface Restoring {
  readonly state: StoreApi<RestoringState>;
  /**
   * Brings the last session back, the run at the front first. Asked once, when the data is there.
   * @returns whether a run is at the front now; if not, the page opens its first one
   */
  readonly begin: () => Promise<boolean>;
  /** Answers the question: brings the session back. */
  readonly bringBack: () => Promise<void>;
  /** Answers the question: what this visit has takes the place of the last session. */
  readonly startAfresh: () => void;
  /** Something that is kept has changed. Changes of the runs are noticed without. */
  readonly changed: () => void;
}

/** @param world what keeps the session, what marks that it is being brought back, and the product itself */
export function createRestoring({ saving, storage, host }: RestoringWorld): Restoring {
  const state = createStore<RestoringState>(() => ({ question: undefined, waiting: 0, problems: [] }));
  const mark = forgiving(storage);
  /** The session that the question is about. */
  let offered: SavedSession | undefined;
  /** Runs of the last session whose past is not there yet, by their number; whether they have been opened. */
  const notBack = new Map<number, { readonly run: SavedRun; opened: boolean }>();

  const snapshot = (): unknown => {
    const { runs, current } = host.runs.getState();
    const open = runs.map(({ id, name, slot, shown, parent }): SavedRun => {
      const document = notBack.get(id)?.run.document ?? host.documentOf(id);
      return { id, slot, shown, parent, document: { ...document, name } };
    });
    // One that was opened and is gone has been deleted; one that was not is still to come.
    const toCome = [...notBack.values()].filter(({ run, opened }) => !opened && !runs.some(({ id }) => id === run.id));
    // The front comes back first, but the order of the runs is that of their numbers.
    const all = [...open, ...toCome.map(({ run }) => run)].toSorted((a, b) => a.id - b.id);
    return sessionData({ runs: all, current, step: host.shownStep() }, host.rows());
  };
  const changed = (): void => {
    if (host.runs.getState().runs.length > 0) saving.save(snapshot);
  };
  host.runs.subscribe(changed);

  const complain = (problems: readonly string[]): void => {
    if (problems.length > 0) state.setState((before) => ({ problems: [...before.problems, ...problems] }));
  };
  const openSaved = async (run: SavedRun, front: boolean): Promise<boolean> => {
    const entry = notBack.get(run.id);
    if (entry !== undefined) entry.opened = true;
    try {
      await host.open(run, front);
      notBack.delete(run.id);
      return true;
    } catch (error) {
      // It stays among what is kept: another visit may be luckier.
      if (entry !== undefined) entry.opened = host.runs.getState().runs.some(({ id }) => id === run.id);
      complain([`“${run.document.name}” could not be brought back: ${error instanceof Error ? error.message : String(error)}`]);
      return false;
    } finally {
      state.setState(({ waiting }) => ({ waiting: waiting - 1 }));
      changed();
    }
  };
  const openOthers = async (runs: readonly SavedRun[]): Promise<void> => {
    for (const run of runs) await openSaved(run, false);
    void mark.removeItem(RESTORING_KEY);
  };
  const restore = async (session: SavedSession): Promise<boolean> => {
    const free = host.nextId();
    const { runs, current, step } = session.runs.every(({ id }) => id >= free) ? session : renumbered(session, free);
    void mark.setItem(RESTORING_KEY, 'yes');
    for (const run of runs) notBack.set(run.id, { run, opened: false });
    state.setState({ waiting: runs.length });
    saving.begin();
    const front = runs.find(({ id }) => id === current);
    const others = runs.filter((run) => run !== front);
    const isBack = front !== undefined && (await openSaved(front, true));
    if (isBack && step <= front.document.history.steps) host.seekStep(step);
    void openOthers(others);
    return isBack;
  };

  /** What becomes of what was found: the session to bring back at once. */
  const receive = (found: unknown, late: boolean): SavedSession | undefined => {
    const { session, problems } = read(found, host.rows());
    complain(problems);
    const isUnfinished = mark.getItem(RESTORING_KEY) === 'yes';
    if (session === undefined || isUntouched(session)) {
      void mark.removeItem(RESTORING_KEY);
      saving.begin();
      return undefined;
    }
    if (!late && !isUnfinished) return session;
    offered = session;
    state.setState({
      question: {
        why: isUnfinished ? 'unfinished' : 'late',
        runs: session.runs.length,
        steps: session.runs.reduce((sum, { document }) => sum + document.history.steps, 0),
      },
    });
    return undefined;
  };

  return {
    state,
    begin: async () => {
      const loading = saving.load();
      const found = await Promise.race([loading.then((value) => ({ value })), pause(PATIENCE)]);
      if (found === undefined) {
        void loading.then((value) => receive(value, true));
        return false;
      }
      const session = receive(found.value, false);
      return session !== undefined && (await restore(session));
    },
    bringBack: async () => {
      const session = offered;
      offered = undefined;
      state.setState({ question: undefined });
      if (session !== undefined) await restore(session);
    },
    startAfresh: () => {
      offered = undefined;
      state.setState({ question: undefined });
      void mark.removeItem(RESTORING_KEY);
      saving.begin();
      changed();
    },
    changed,
  };
}

/** A session that cannot even be looked at is none: the page has to begin all the same. */
function read(found: unknown, rows: number): ReadSession {
  try {
    return readSession(found, rows);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { session: undefined, problems: [`The last session could not be read: ${why}`] };
  }
}

/** Whether there is nothing in a session that a first visit would not have. */
function isUntouched({ runs }: SavedSession): boolean {
  return runs.length === 1 && runs.every(({ document }) => document.history.steps === 0);
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
}
