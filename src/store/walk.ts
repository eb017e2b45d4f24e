import type { Selection } from '../scene/selection';
import type { PlaybackStore } from './playback';
import type { SettingsStore } from './settings';
import type { Transport } from './transport';

/** A graph that a reader walks through, whatever it computes: what is shown, and all the ways to move in it. */
export interface Walk {
  readonly playback: PlaybackStore;
  readonly play: () => void;
  readonly pause: () => void;
  readonly stepForward: () => void;
  readonly stepBack: () => void;
  readonly nextPhase: () => void;
  readonly previousPhase: () => void;
  readonly seek: (t: number) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** Lets so many milliseconds pass. `still` makes time go by whole strides, for readers who want no motion. */
  readonly tick: (elapsed: number, still: boolean) => void;
  readonly select: (selection: Selection | null) => void;
  /** Goes so many iterations on or back, where they are numbered and kept. */
  readonly leap?: (by: number) => void;
}

/** The ways to move that a transport offers, each step as long as the settings say. */
export function createWalk(playback: PlaybackStore, settings: SettingsStore, transport: Transport, leap?: (by: number) => void): Walk {
  return {
    ...(leap === undefined ? {} : { leap }),
    playback,
    play: transport.play,
    pause: transport.pause,
    stepForward: () => {
      transport.stride(true, settings.getState().granularity);
    },
    stepBack: () => {
      transport.stride(false, settings.getState().granularity);
    },
    nextPhase: () => {
      transport.stride(true, 'phase');
    },
    previousPhase: () => {
      transport.stride(false, 'phase');
    },
    seek: transport.seek,
    toStart: () => {
      transport.seek(0);
    },
    toEnd: transport.toEnd,
    tick: transport.tick,
    select: (selection) => {
      playback.setState({ selection });
    },
  };
}
