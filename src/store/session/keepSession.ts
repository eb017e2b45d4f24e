import { emptySeries } from '../../training/runSeries';
import type { Miniflow } from '../miniflow';
import { shownIteration } from '../playback';
import { runOf, stepsOf } from '../runs';
import { createRestoring, type Restoring, type RestoringHost } from './restoring';
import { createSavedSession, type SavingWorld } from './savedSession';
import type { SavedRun } from './session';

/** Milliseconds between two looks at a replay behind the front, and how many of them without a step end it. */
const LOOK = 2_000;
const MOST_IDLE_LOOKS = 15;

/** What keeping the session needs from the world around it. */
export interface KeepingWorld extends Pick<SavingWorld, 'openShelf' | 'page' | 'claim'> {
  readonly storage: () => Storage;
}

/** The product, as far as keeping its session goes. */
type Kept = Pick<Miniflow, 'runs' | 'training' | 'playback' | 'documentOf' | 'openSaved' | 'nextId' | 'deleteRun' | 'seekStep'>;

/**
 * Keeps the runs of `miniflow` from visit to visit. Nothing is read or written before `begin` of what is returned.
 * Whatever the reader has to know about it is added to the notice of the training.
 */
export function keepSession(miniflow: Kept, { storage, ...world }: KeepingWorld): Restoring {
  const { playback, runs, training } = miniflow;
  const tell = (sentence: string): void => {
    training.setState(({ notice }) => ({ notice: notice === undefined ? sentence : `${notice} ${sentence}` }));
  };
  /** The step that the reader has gone back to; else the one that is next to come, whatever is on the screen. */
  const shownStep = (): number => {
    const state = playback.getState();
    return (state.away ? shownIteration(state)?.step : undefined) ?? training.getState().progress.steps + 1;
  };
  const host: RestoringHost = {
    runs,
    documentOf: miniflow.documentOf,
    shownStep,
    nextId: miniflow.nextId,
    open: (run, front) => open(miniflow, run, front),
    seekStep: miniflow.seekStep,
    rows: () => training.getState().dataset?.rows ?? 0,
  };
  const restoring = createRestoring({ saving: createSavedSession({ ...world, refused: tell }), storage, host });
  restoring.state.subscribe(({ problems }, before) => {
    problems.slice(before.problems.length).forEach(tell);
  });
  let step = shownStep();
  playback.subscribe(() => {
    // Time moves sixty times a second; what is kept is the step.
    if (step === shownStep()) return;
    step = shownStep();
    restoring.changed();
  });
  return restoring;
}

/** Opens a run of the last session. Behind the front a replay that does not go on is begun anew, once. */
async function open(miniflow: Kept, run: SavedRun, front: boolean): Promise<void> {
  const add = (): Promise<boolean> => {
    const { document, ...record } = run;
    const { name, plan, history, end } = document;
    miniflow.openSaved({ ...record, name, plan, changes: history.changes, series: emptySeries(), vitals: [] }, history, end, front);
    miniflow.runs.setState((state) => ({ runs: state.runs.toSorted((a, b) => a.id - b.id) }));
    return replayed(miniflow, run);
  };
  if (await add()) return;
  miniflow.deleteRun(run.id);
  if (await add()) return;
  miniflow.deleteRun(run.id);
  throw new Error('its replay does not go on.');
}

/**
 * Waits until a run has been replayed, or is not wanted any more.
 * @returns false if the replay does not go on
 * @throws Error with the sentence of the trainer, if it has failed at the front
 */
function replayed({ runs, training }: Kept, { id, document }: SavedRun): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let idle = 0;
    let steps = 0;
    const end = (settle: () => void): void => {
      stopRuns();
      stopTraining();
      clearInterval(looks);
      settle();
    };
    const look = (): void => {
      const run = runOf(runs.getState(), id);
      const { run: front, status, problem } = training.getState();
      if (front === id && status === 'failed') end(() => reject(new Error(problem ?? 'the trainer has stopped.')));
      else if (front === id && (status === 'opening' || status === 'restoring')) return;
      else if (run === undefined || front === id || run.divergence !== undefined || stepsOf(run) >= document.history.steps) end(() => resolve(true));
    };
    const looks = setInterval(() => {
      const run = runOf(runs.getState(), id);
      const taken = run === undefined ? 0 : stepsOf(run);
      idle = taken > steps || training.getState().run === id ? 0 : idle + 1;
      steps = taken;
      if (idle >= MOST_IDLE_LOOKS) end(() => resolve(false));
    }, LOOK);
    const stopRuns = runs.subscribe(look);
    const stopTraining = training.subscribe(look);
    look();
  });
}
