import { useMemo } from 'react';
import { scoresOf, type Scores } from '../../datasets/scores';
import { splitRows } from '../../datasets/split';
import { currentRun } from '../../store/runs';
import { useRuns, useTraining } from '../context';

/** How the predictions fit, over the rows trained on, those held out, and all of them. */
export interface SplitScores {
  readonly train: Scores;
  /** Undefined if none are held out. */
  readonly test: Scores | undefined;
  readonly all: Scores;
  /** 1 for every row that is held out, 0 for the others. */
  readonly isHeldOut: Uint8Array;
}

/** The scores of the predictions that are shown, by the split of the run at the front; undefined as long as there are none. */
export function useSplitScores(): SplitScores | undefined {
  const truth = useTraining((state) => state.dataset?.target);
  const predictions = useTraining((state) => state.predictions);
  const heldOut = useRuns((state) => currentRun(state)?.plan.heldOut) ?? 0;
  const splitSeed = useRuns((state) => currentRun(state)?.plan.splitSeed) ?? 1;
  const rows = truth?.length ?? 0;
  const split = useMemo(() => splitRows(rows, heldOut, splitSeed), [rows, heldOut, splitSeed]);
  const isHeldOut = useMemo(() => {
    const mask = new Uint8Array(rows);
    for (const row of split.test) mask[row] = 1;
    return mask;
  }, [rows, split]);
  return useMemo(() => {
    if (truth === undefined || predictions === undefined) return undefined;
    return {
      train: scoresOf(truth, predictions.data, split.train),
      test: split.test.length === 0 ? undefined : scoresOf(truth, predictions.data, split.test),
      all: scoresOf(truth, predictions.data),
      isHeldOut,
    };
  }, [truth, predictions, split, isHeldOut]);
}
