import type { Recording } from '../engine';
import { nextStop, stopsOf, type Granularity } from '../scene/granularity';
import type { Timeline } from '../scene/timeline';
import type { Reply } from '../training/protocol';
import { batchAt } from './iterationMoments';
import {
  isMoving,
  played,
  shownIteration,
  strideBack,
  strideDuration,
  strideForward,
  withIteration,
  type Arrival,
  type Playback,
  type PlaybackStore,
} from './playback';
import type { SettingsStore } from './settings';

/** What walking through iterations needs from whoever trains them. */
export interface TransportHost {
  readonly playback: PlaybackStore;
  readonly settings: SettingsStore;
  /** Whether training runs. */
  readonly isTraining: () => boolean;
  /** Whether there is a next iteration to be had. */
  readonly canAdvance: () => boolean;
  /** Asks for the iteration after that one; it arrives at `receive`. */
  readonly advance: (after: number) => void;
  /** Asks for the iteration before that one, to be shown at its end. Whether there is one. Left out where nothing can be gone back to. */
  readonly retreat?: (before: number) => boolean;
  /** Whether the graph follows the training may have changed. */
  readonly followingChanged: () => void;
  /** Whether the graph follows the training. */
  readonly isFollowing: () => boolean;
}

/** An iteration that has been recorded: its number, whether it was taken, and whether it is the one that `advance` has asked for. */
export type Recorded = Pick<Extract<Reply, { type: 'recorded' }>, 'recording' | 'step' | 'taken' | 'advance'>;

/** Walking through an iteration, and from one into the next. */
export interface Transport {
  readonly play: () => void;
  readonly pause: () => void;
  readonly stride: (forward: boolean, granularity: Granularity) => void;
  readonly seek: (t: number) => void;
  /** Plays from where time is to a later moment of the iteration, and stays there. */
  readonly playTo: (t: number) => void;
  readonly toEnd: () => void;
  readonly tick: (elapsed: number, still: boolean) => void;
  /** Goes to the last iteration, and from there to the next one, at the same moment. */
  readonly stepOnce: () => void;
  /** Takes an iteration that the trainer has sent. */
  readonly receive: (reply: Recorded) => void;
  readonly show: (how: Arrival, recording: Recording, step: number, taken: boolean) => void;
}

/** The actions of walking, on the stores of `host`. */
export function createTransport(host: TransportHost): Transport {
  const { playback, settings } = host;
  /** How the iteration that has been asked for is to be shown. */
  let arrival: Arrival = 'next';
  /** By which strides it was walked towards. */
  let strides: Granularity = 'edge';
  /** What was pressed while the next iteration was on its way. */
  let pressed: { readonly how: 'next' | 'same moment'; readonly granularity: Granularity } | undefined;
  /** Whether readers want no motion, as the last tick has said. */
  let calm = false;
  /** Time that has passed since the last stride, while time goes by whole strides. */
  let sinceStride = 0;

  function receive({ recording, step, taken, advance }: Recorded): void {
    const { waiting, held, away, iterations } = playback.getState();
    if (advance && waiting) {
      show(arrival, recording, step, taken);
      pressOnceMore();
    } else if (taken) {
      if (host.isFollowing()) show('swept', recording, step, taken);
    } else if (!away) {
      const last = iterations.at(-1);
      const again = last !== undefined && !last.taken && last.step === step;
      // From an iteration that was held, the way to the one to come leads over all those between.
      if (held && last !== undefined && step > last.step + 1) return;
      // Whoever walks through an iteration, or has turned away from the next one while it came, is not interrupted.
      show(again ? 'again' : held || advance ? 'ahead' : 'first', recording, step, taken);
    }
  }

  function pressOnceMore(): void {
    const again = pressed;
    pressed = undefined;
    if (again?.how === 'same moment') beyond('same moment', again.granularity);
    else if (again !== undefined) stride(true, again.granularity);
  }

  function show(how: Arrival, recording: Recording, step: number, taken: boolean): void {
    const change = withIteration(playback.getState(), recording, step, taken, how);
    const timeline = change.iterations?.at(-1)?.timeline;
    const entry = how === 'next' && timeline !== undefined ? { t: entryAt(playback.getState(), timeline, strides) } : {};
    // Where nothing is to move, an iteration of the training shows at its end at once.
    const end = how === 'swept' && calm && timeline !== undefined ? { t: timeline.steps.length } : {};
    playback.setState({ ...change, ...entry, ...end });
  }

  /** Where the next iteration is entered: playing begins before the batch arrives, a stride has brought the first of it. */
  function entryAt({ playing }: { readonly playing: boolean }, timeline: Timeline, granularity: Granularity): number {
    const begin = batchAt(timeline);
    return playing ? begin : (nextStop(stopsOf(timeline, granularity), begin) ?? begin);
  }

  /** The next iteration: one that is there already, or a new one from the trainer. */
  function beyond(how: 'next' | 'same moment', granularity: Granularity): void {
    const state = playback.getState();
    const later = state.iterations[state.shown + 1];
    if (later !== undefined) {
      const t = how === 'same moment' ? Math.min(state.t, later.timeline.steps.length) : entryAt(state, later.timeline, granularity);
      playback.setState({ shown: state.shown + 1, t });
      return;
    }
    if (state.waiting) {
      // Pressed once more before the next one has come: remembered, but only once.
      pressed = { how, granularity };
      return;
    }
    if (!host.canAdvance()) {
      playback.setState({ playing: false });
      return;
    }
    arrival = how;
    strides = granularity;
    pressed = undefined;
    playback.setState({ waiting: true });
    host.advance(shownIteration(state)?.step ?? 0);
  }

  /** Whoever takes hold of the transport wants to look: the graph stops following, the training goes on. */
  function takeHold(change: Partial<Playback> = {}): void {
    const holds = host.isTraining();
    playback.setState({ playing: false, until: null, sweeping: false, ...(holds ? { held: true } : {}), ...change });
    if (holds) host.followingChanged();
  }

  function stride(forward: boolean, granularity: Granularity): void {
    takeHold(forward ? {} : { waiting: false });
    const state = playback.getState();
    if (!forward) {
      const { change, leaves } = strideBack(state, granularity);
      const goesBack = leaves && host.retreat?.(shownIteration(state)?.step ?? 0) === true;
      if (!goesBack) playback.setState(change);
      return;
    }
    const to = strideForward(state, granularity);
    if (to === 'beyond') beyond('next', granularity);
    else playback.setState({ t: to });
  }

  return {
    play: () => {
      const state = playback.getState();
      const isLast = state.shown === state.iterations.length - 1;
      const over = isLast && state.t >= (shownIteration(state)?.timeline.steps.length ?? 0) && !host.canAdvance();
      // Where nothing follows, there is still the way to here to be seen once more.
      takeHold({ playing: true, ...(over ? { t: 0 } : {}) });
    },
    pause: () => {
      playback.setState({ playing: false, until: null });
    },
    stride,
    seek: (t) => {
      takeHold({ t, waiting: false });
    },
    playTo: (t) => {
      takeHold(t > playback.getState().t ? { playing: true, until: t } : { t });
    },
    toEnd: () => {
      takeHold({ t: shownIteration(playback.getState())?.timeline.steps.length ?? 0, waiting: false });
    },
    tick: (elapsed, still) => {
      calm = still;
      const state = playback.getState();
      if (!isMoving(state) || state.waiting) return;
      const { speed, granularity } = settings.getState();
      const { until } = state;
      if (still && until !== null) {
        // Where nothing is to move, what is played to is there at once.
        playback.setState({ t: until, playing: false, until: null });
        return;
      }
      if (still) {
        sinceStride += elapsed;
        if (sinceStride < strideDuration(speed)) return;
        sinceStride = 0;
      }
      const t = played(state, elapsed, speed, granularity, still);
      if (until !== null && (t === 'beyond' || t >= until)) playback.setState({ t: until, playing: false, until: null });
      else if (t === 'beyond') beyond('next', granularity);
      else if (t !== state.t) playback.setState({ t });
    },
    stepOnce: () => {
      playback.setState({ playing: false, shown: playback.getState().iterations.length - 1 });
      beyond('same moment', settings.getState().granularity);
    },
    receive,
    show,
  };
}
