import { useCallback, useMemo } from 'react';
import { NETWORK_IDS } from '../../lessons/network';
import { useMiniflow, usePlayback, useSettings, useTraining } from '../context';
import { useSceneState, useTimeline } from '../frame';
import { Inspector } from '../inspector/Inspector';
import type { AxisNames } from '../../scene/places';
import { NoGraphYet } from './NoGraphYet';

/** The inspector of what is selected in the network, at the moment that is shown. */
export function NetworkInspector() {
  const { select, choose, checkGradient, set } = useMiniflow();
  const exact = useSettings((settings) => settings.allDigits);
  const showAllDigits = useCallback(
    (allDigits: boolean) => {
      set({ allDigits });
    },
    [set],
  );
  const timeline = useTimeline();
  const state = useSceneState();
  const features = useTraining((training) => training.dataset?.featureNames);
  const names = useMemo(() => namesOf(features), [features]);
  const selection = usePlayback((playback) => playback.selection);
  const chosen = usePlayback((playback) => playback.chosen);
  if (timeline === undefined || state === undefined) {
    return <NoGraphYet />;
  }
  return (
    <Inspector
      recording={timeline.recording}
      state={state}
      selection={selection}
      onSelect={select}
      chosen={chosen}
      onChoose={choose}
      exact={exact}
      onExact={showAllDigits}
      onCheckGradient={checkGradient}
      names={names}
    />
  );
}

/** What the columns of the data are called, wherever they are an axis. */
function namesOf(features: readonly string[] = []): ReadonlyMap<string, AxisNames> {
  return new Map<string, AxisNames>([
    [NETWORK_IDS.features, { columns: features }],
    [NETWORK_IDS.firstWeights, { rows: features }],
  ]);
}
