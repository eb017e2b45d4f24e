import { MOST_RUNS, RUN_SLOTS, runOf, spareRun, withChange, withRun, withShown, type NewRun, type RunRecord, type RunsState, type RunsStore } from './runs';
import type { TrainingStore } from './training';

/** What the list of runs needs. */
export interface GalleryHost {
  readonly runs: RunsStore;
  readonly training: TrainingStore;
  /** Lets go of a run. */
  readonly forget: (id: number) => void;
}

/** The list of runs, and which of them charts draw. */
export interface Gallery {
  /** A run more. One makes room for it if there is none; the notice says which. */
  readonly add: (id: number, run: Omit<NewRun, 'id'>) => RunRecord;
  readonly rename: (id: number, name: string) => void;
  /** Draws a run, or does not. Another one may have to make room; the notice says which. */
  readonly show: (id: number, shown: boolean) => void;
}

/** @param host the stores */
export function createGallery({ runs, training, forget }: GalleryHost): Gallery {
  /** Changes what charts draw. @returns a sentence on the run that had to make room, if one did but for `but` */
  function drawing(change: (state: RunsState) => Partial<RunsState>, but?: number): string {
    const before = runs.getState().runs.filter(({ shown, id }) => shown && id !== but);
    runs.setState(change);
    const hidden = before.find(({ id }) => runOf(runs.getState(), id)?.shown === false);
    return hidden === undefined ? '' : `${hidden.name} is not drawn any more: only ${RUN_SLOTS} curves can be told apart. It is still among the runs.`;
  }

  function tell(...sentences: readonly string[]): void {
    const notice = sentences.filter((sentence) => sentence !== '').join(' ');
    if (notice !== '') training.setState({ notice });
  }

  return {
    add: (id, run) => {
      const spare = spareRun(runs.getState());
      if (spare !== undefined) forget(spare.id);
      const gone = spare === undefined ? '' : `${spare.name} was let go of: at most ${MOST_RUNS} runs are kept.`;
      tell(gone, drawing((state) => withRun(state, { ...run, id })));
      const record = runOf(runs.getState(), id);
      if (record === undefined) throw new RangeError(`Run number ${id} was not added`);
      return record;
    },
    rename: (id, name) => {
      const trimmed = name.trim();
      if (trimmed !== '') runs.setState((state) => withChange(state, id, { name: trimmed }));
    },
    show: (id, shown) => {
      tell(drawing((state) => withShown(state, id, shown), id));
    },
  };
}
