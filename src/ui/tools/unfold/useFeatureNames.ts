import { NETWORK_IDS } from '../../../lessons/network';
import type { Matrix } from '../../../study/unfold/unfold';
import { useMiniflow, useTraining, useWalk } from '../../context';
import type { Heads } from './MatrixGrid';

/** What the rows and columns of the network's data and first weights are called; in any other graph they are numbered. */
export function useFeatureNames(inputs: readonly string[]): (matrix: Matrix) => Heads {
  const { playback } = useWalk();
  const isNetwork = useMiniflow().playback === playback;
  const names = useTraining((training) => training.dataset?.featureNames);
  return ({ of, transposed }) => {
    const id = typeof of === 'number' ? inputs[of] : undefined;
    if (!isNetwork || id === undefined) return {};
    const along = id === NETWORK_IDS.features ? 'columns' : id === NETWORK_IDS.firstWeights ? 'rows' : undefined;
    if (along === undefined) return {};
    return (along === 'rows') === transposed ? { columns: names } : { rows: names };
  };
}
