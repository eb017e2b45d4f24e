import { createContext, use, useSyncExternalStore } from 'react';
import type { Miniflow } from '../store/miniflow';
import type { Playback } from '../store/playback';
import type { RunsState } from '../store/runs';
import type { Settings } from '../store/settings';
import type { TrainingState } from '../store/training';
import type { Walk } from '../store/walk';

/** The product's stores and actions, for every component below `App`. */
export const MiniflowContext = createContext<Miniflow | null>(null);

/** The stores and actions. @throws Error outside of `MiniflowContext` */
export function useMiniflow(): Miniflow {
  const miniflow = use(MiniflowContext);
  if (miniflow === null) throw new Error('useMiniflow needs a MiniflowContext around it');
  return miniflow;
}

/** The graph that the page is about, for everything that shows it or moves in it. */
export const WalkContext = createContext<Walk | null>(null);

/** The graph that the page is about. @throws Error outside of `WalkContext` */
export function useWalk(): Walk {
  const walk = use(WalkContext);
  if (walk === null) throw new Error('useWalk needs a WalkContext around it');
  return walk;
}

interface Readable<State> {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A part of a store. The selector must give the same object as long as nothing has changed. */
export function usePart<State, Part>({ subscribe, getState }: Readable<State>, selector: (state: State) => Part): Part {
  const part = (): Part => selector(getState());
  // The same where there is no page: components can be rendered as text.
  return useSyncExternalStore(subscribe, part, part);
}

/** A part of the settings; the component follows it. */
export function useSettings<Part>(selector: (settings: Settings) => Part): Part {
  return usePart(useMiniflow().settings, selector);
}

/** A part of the playback; the component follows it. Not for `t`, which changes sixty times a second. */
export function usePlayback<Part>(selector: (playback: Playback) => Part): Part {
  return usePart(useWalk().playback, selector);
}

/** A part of the training; the component follows it. */
export function useTraining<Part>(selector: (training: TrainingState) => Part): Part {
  return usePart(useMiniflow().training, selector);
}

/** A part of the runs; the component follows it. */
export function useRuns<Part>(selector: (runs: RunsState) => Part): Part {
  return usePart(useMiniflow().runs, selector);
}
