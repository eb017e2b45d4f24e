import type { ToolName } from '../lessons/lesson';
import type { ChosenCell, Selection } from '../scene/selection';
import type { Spotlight } from '../scene/spotlight';
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
  /** Plays to a later moment of the iteration, and stays there. */
  readonly playTo: (t: number) => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** Lets so many milliseconds pass. `still` makes time go by whole strides, for readers who want no motion. */
  readonly tick: (elapsed: number, still: boolean) => void;
  readonly select: (selection: Selection | null) => void;
  /** Chooses a cell of a node, for every place that shows its cells. */
  readonly choose: (chosen: ChosenCell | null) => void;
  /** Opens a tool beside the graph; null closes the one that is open. */
  readonly openTool: (tool: ToolName | null) => void;
  /** Covers whatever tells of later moments, as long as a question is open; the result uncovers it. */
  readonly cover: () => () => void;
  /** Points at a part of the graph for as long as the reader points at its name. */
  readonly point: (pointed: Spotlight | null) => void;
  /** Points at a part of the graph for the open tool; null points at nothing. */
  readonly shine: (spotlight: Spotlight | null) => void;
  /** Goes so many iterations on or back, where they are numbered and kept. */
  readonly leap?: (by: number) => void;
  /** Turns so many pages of a lesson on or back, where the graph belongs to one. */
  readonly turnPage?: (by: number) => void;
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
    playTo: transport.playTo,
    toStart: () => {
      transport.seek(0);
    },
    toEnd: transport.toEnd,
    tick: transport.tick,
    select: (selection) => {
      playback.setState({ selection });
    },
    choose: (chosen) => {
      playback.setState({ chosen });
    },
    openTool: (tool) => {
      playback.setState({ tool });
    },
    point: (pointed) => {
      playback.setState({ pointed });
    },
    cover: () => {
      playback.setState(({ asking }) => ({ asking: asking + 1 }));
      let isCovering = true;
      return () => {
        if (isCovering) playback.setState(({ asking }) => ({ asking: asking - 1 }));
        isCovering = false;
      };
    },
    shine: (spotlight) => {
      playback.setState({ spotlight });
    },
  };
}
