import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Miniflow } from '../store/miniflow';
import type { Playback } from '../store/playback';
import type { Settings } from '../store/settings';
import type { TrainingState } from '../store/training';

/** The product's stores and actions, for every component below `App`. */
export const MiniflowContext = createContext<Miniflow | null>(null);

/** The stores and actions. @throws Error outside of `MiniflowContext` */
export function useMiniflow(): Miniflow {
  const miniflow = use(MiniflowContext);
  if (miniflow === null) throw new Error('useMiniflow needs a MiniflowContext around it');
  return miniflow;
}

/** A part of the settings; the component follows it. */
export function useSettings<T>(selector: (settings: Settings) => T): T {
  return useStore(useMiniflow().settings, selector);
}

/** A part of the playback; the component follows it. Not for `t`, which changes sixty times a second. */
export function usePlayback<T>(selector: (playback: Playback) => T): T {
  return useStore(useMiniflow().playback, selector);
}

/** A part of the training; the component follows it. */
export function useTraining<T>(selector: (training: TrainingState) => T): T {
  return useStore(useMiniflow().training, selector);
}
