import { useCallback, type ReactNode } from 'react';
import type { AxisNames } from '../../scene/places';
import { useMiniflow, usePlayback, useSettings, useWalk } from '../context';
import { useSceneState, useTimeline } from '../frame';
import { Inspector, type InspectorProps } from './Inspector';

interface WalkInspectorProps {
  /** What rows and columns stand for, by node. The same object as long as they are the same. */
  readonly names?: ReadonlyMap<string, AxisNames>;
  /** Checks a node's gradient. The same function as long as it is the same graph. */
  readonly checkGradient: InspectorProps['onCheckGradient'];
  /** What stands here as long as there is nothing to inspect. */
  readonly instead?: ReactNode;
}

/** The inspector of what is selected in the graph that the page is about, at the moment that is shown. */
export function WalkInspector({ names, checkGradient, instead = null }: WalkInspectorProps) {
  const { select, choose } = useWalk();
  const { set } = useMiniflow();
  const exact = useSettings((settings) => settings.allDigits);
  // The inspector is rendered again for every other function.
  const showAllDigits = useCallback(
    (allDigits: boolean) => {
      set({ allDigits });
    },
    [set],
  );
  const timeline = useTimeline();
  const state = useSceneState();
  const selection = usePlayback((playback) => playback.selection);
  const chosen = usePlayback((playback) => playback.chosen);
  if (timeline === undefined || state === undefined) return instead;
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
