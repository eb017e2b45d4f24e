import { frameAt, type Frame, type SceneState } from '../scene/frame';
import type { Timeline } from '../scene/timeline';
import { shownIteration, type Playback } from '../store/playback';
import { usePlayback } from './context';

/** The frame that the playback shows; undefined while there is no iteration. */
export function frameOf(playback: Playback): Frame | undefined {
  const iteration = shownIteration(playback);
  return iteration === undefined ? undefined : frameAt(iteration.timeline, playback.t);
}

/** The timeline on the screen. */
export function useTimeline(): Timeline | undefined {
  return usePlayback((playback) => shownIteration(playback)?.timeline);
}

/** Everything discrete on the screen: the component renders when a step completes, not while one moves. */
export function useSceneState(): SceneState | undefined {
  return usePlayback((playback) => frameOf(playback)?.state);
}
