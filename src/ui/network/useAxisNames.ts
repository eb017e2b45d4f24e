import { useMemo } from 'react';
import { NETWORK_IDS } from '../../lessons/network';
import type { AxisNames } from '../../scene/places';
import { useMiniflow, useTraining, useWalk } from '../context';

const NO_NAMES: ReadonlyMap<string, AxisNames> = new Map();

/** What rows and columns stand for, by node, where the graph is the network's; in any other graph they are numbered. */
export function useAxisNames(): ReadonlyMap<string, AxisNames> {
  const { playback } = useWalk();
  // A lesson's graph may have an X as well.
  const isNetwork = useMiniflow().playback === playback;
  const features = useTraining((training) => training.dataset?.featureNames);
  return useMemo(() => (isNetwork && features !== undefined ? namesOf(features) : NO_NAMES), [isNetwork, features]);
}

/** What the columns of the data are called, wherever they are an axis. */
function namesOf(features: readonly string[]): ReadonlyMap<string, AxisNames> {
  return new Map<string, AxisNames>([
    [NETWORK_IDS.features, { columns: features }],
    [NETWORK_IDS.firstWeights, { rows: features }],
  ]);
}
