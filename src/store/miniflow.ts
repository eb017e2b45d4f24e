import { loadBoston } from '../datasets/bostonHousing';
import type { Dataset } from '../datasets/dataset';
import { DataError } from '../datasets/errors';
import type { Fetch } from '../datasets/fetchText';
import { standardize } from '../datasets/scaling';
import type { GradientCheck } from '../engine';
import { nextStop, stopsOf, type Granularity } from '../scene/granularity';
import type { Selection } from '../scene/selection';
import type { Timeline } from '../scene/timeline';
import type { TrainingClient, TrainingListener } from '../training/client';
import type { LiveSettings, Reply, TrainingData } from '../training/protocol';
import { createChecks } from './checks';
import {
  batchAt,
  createPlayback,
  played,
  shownIteration,
  strideBack,
  strideDuration,
  strideForward,
  withIteration,
  type Arrival,
  type PlaybackStore,
} from './playback';
import { createSettings, type Settings, type SettingsStore } from './settings';
import { createTraining, withReply, withRun, type RunStatus, type TrainingStore } from './training';

/** What the product needs from the world around it. */
export interface World {
  readonly fetch: Fetch;
  readonly dataUrl: string;
  readonly storage: () => Storage;
  readonly startTraining: (listener: TrainingListener) => TrainingClient;
}

/** The stores, and all that a reader can do to them. */
export interface Miniflow {
  readonly settings: SettingsStore;
  readonly playback: PlaybackStore;
  readonly training: TrainingStore;
  /** Fetches the data and opens the first run. Again after a failure. */
  readonly load: () => Promise<void>;
  readonly train: () => void;
  readonly pauseTraining: () => void;
  /** Takes one SGD step and shows the one after it at the same moment. */
  readonly stepOnce: () => void;
  /** Starts over with the same seed. */
  readonly reset: () => void;
  /** Starts over with the next seed. */
  readonly newSeed: () => void;
  readonly set: (change: Partial<Settings>) => void;
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
  readonly checkGradient: (node: string) => Promise<GradientCheck>;
}

export function createMiniflow(world: World): Miniflow {
  const settings = createSettings(world.storage);
  const playback = createPlayback();
  const training = createTraining();
  let data: TrainingData | undefined;
  /** What the trainer was told last. */
  let sent: LiveSettings | undefined;
  /** How the iteration that has been asked for is to be shown. */
  let arrival: Arrival = 'next';
  /** By which strides it was walked towards. */
  let strides: Granularity = 'edge';
  /** Time that has passed since the last stride, while time goes by whole strides. */
  let sinceStride = 0;

  const client = connect();
  const checks = createChecks((ticket, node) => {
    const iteration = shownIteration(playback.getState());
    const { run, status } = training.getState();
    if (iteration === undefined) return 'There is no iteration to check yet.';
    if (status === 'failed') return 'The trainer, which would check it, has stopped. Reset starts it anew.';
    client.send({ type: 'check', run, ticket, node, recording: iteration.timeline.recording });
    return undefined;
  });

  function connect(): { send: TrainingClient['send']; renew: () => void } {
    const listener: TrainingListener = {
      reply: receive,
      withoutWorker: (why) => {
        training.setState({ notice: why });
      },
    };
    let line: TrainingClient | undefined;
    return {
      send: (request) => {
        line ??= world.startTraining(listener);
        line.send(request);
      },
      renew: () => {
        line?.close();
        line = undefined;
      },
    };
  }

  function receive(reply: Reply): void {
    const state = training.getState();
    // −1: the worker itself, whichever run it was at.
    if (reply.run !== state.run && reply.run !== -1) return;
    training.setState(withReply(state, reply));
    switch (reply.type) {
      case 'opened':
        show('first', reply.recording, 1, false);
        break;
      case 'recorded':
        receiveIteration(reply);
        break;
      case 'diverged':
        show('final', reply.recording, reply.divergence.step + 1, true);
        playback.setState({ selection: { kind: 'node', id: reply.divergence.found.node } });
        break;
      case 'checked':
        checks.resolve(reply.ticket, reply.check);
        break;
      case 'checkFailed':
        checks.reject(reply.ticket, reply.message);
        break;
      case 'failed':
        checks.rejectAll(reply.message);
        playback.setState({ playing: false, waiting: false, sweeping: false });
        break;
      case 'progress':
      case 'stopped':
        break;
    }
  }

  function receiveIteration(reply: Extract<Reply, { type: 'recorded' }>): void {
    const { recording, step, taken, advance } = reply;
    const { waiting, held, iterations } = playback.getState();
    if (advance && waiting) show(arrival, recording, step, taken);
    else if (taken) {
      if (live().follow) show('swept', recording, step, taken);
    } else {
      const last = iterations.at(-1);
      const again = last !== undefined && !last.taken && last.step === step;
      // Whoever walks through an iteration, or has turned away from the next one while it came, is not interrupted.
      show(again ? 'again' : held || advance ? 'ahead' : 'first', recording, step, taken);
    }
  }

  function show(how: Arrival, ...[recording, step, taken]: [Parameters<typeof withIteration>[1], number, boolean]): void {
    const change = withIteration(playback.getState(), recording, step, taken, how);
    const timeline = change.iterations?.at(-1)?.timeline;
    const entry = how === 'next' && timeline !== undefined ? { t: entryAt(playback.getState(), timeline, strides) } : {};
    playback.setState({ ...change, ...entry });
  }

  /** Where the next iteration is entered: playing begins before the batch arrives, a stride has brought the first of it. */
  function entryAt({ playing }: { readonly playing: boolean }, timeline: Timeline, granularity: Granularity): number {
    const begin = batchAt(timeline);
    return playing ? begin : (nextStop(stopsOf(timeline, granularity), begin) ?? begin);
  }

  function open(): void {
    if (data === undefined) return;
    const state = training.getState();
    if (state.status === 'failed') client.renew();
    const run = state.run + 1;
    checks.rejectAll('The network has been built anew.');
    training.setState(withRun(state, run));
    playback.setState({ playing: false, waiting: false, sweeping: false, held: false });
    const { hidden, seed } = settings.getState();
    sent = live();
    client.send({ type: 'open', run, hidden, seed, settings: sent, data });
  }

  /** The next iteration: one that is there already, or a new one from the trainer. */
  function beyond(how: 'next' | 'same moment', granularity: Granularity): void {
    const state = playback.getState();
    const { status, run } = training.getState();
    const later = state.iterations[state.shown + 1];
    if (later !== undefined) {
      const t = how === 'same moment' ? Math.min(state.t, later.timeline.steps.length) : entryAt(state, later.timeline, granularity);
      playback.setState({ shown: state.shown + 1, t });
      return;
    }
    if (state.waiting) return;
    if (status === 'diverged' || status === 'failed') {
      playback.setState({ playing: false });
      return;
    }
    arrival = how;
    strides = granularity;
    playback.setState({ waiting: true });
    client.send({ type: 'advance', run, after: shownIteration(state)?.step ?? 0 });
  }

  /** What the trainer has to know of the settings at this moment. */
  function live(): LiveSettings {
    const { learningRate, batchSize, pace, follow } = settings.getState();
    return { learningRate, batchSize, pace: pace === 'full' ? Infinity : pace, follow: follow && !playback.getState().held };
  }

  function sendSettings(): void {
    const next = live();
    const same = sent !== undefined && (Object.keys(next) as (keyof LiveSettings)[]).every((key) => next[key] === sent?.[key]);
    if (same || data === undefined) return;
    sent = next;
    client.send({ type: 'settings', run: training.getState().run, settings: next });
  }

  /** Whoever takes hold of the transport wants to look: the graph stops following, the training goes on. */
  function takeHold(change: Partial<ReturnType<PlaybackStore['getState']>> = {}): void {
    const holds = training.getState().status === 'training';
    playback.setState({ playing: false, sweeping: false, ...(holds ? { held: true } : {}), ...change });
    if (holds) sendSettings();
  }

  function stride(forward: boolean, granularity: Granularity): void {
    takeHold(forward ? {} : { waiting: false });
    const state = playback.getState();
    if (!forward) {
      playback.setState(strideBack(state, granularity));
      return;
    }
    const to = strideForward(state, granularity);
    if (to === 'beyond') beyond('next', granularity);
    else playback.setState({ t: to });
  }

  const miniflow: Miniflow = {
    settings,
    playback,
    training,
    load: async () => {
      training.setState({ status: 'loading', dataProblem: undefined });
      try {
        const dataset = await loadBoston(world.fetch, world.dataUrl);
        data = trainingData(dataset);
        training.setState({ dataset });
        open();
      } catch (error) {
        const why = error instanceof DataError ? error.message : `The data could not be read: ${String(error)}`;
        training.setState({ status: 'failed', dataProblem: why });
      }
    },
    train: () => {
      if (!isIdle(training.getState().status)) return;
      training.setState({ status: 'training' });
      playback.setState({ playing: false, waiting: false, held: false });
      sendSettings();
      client.send({ type: 'train', run: training.getState().run, epochs: settings.getState().epochs });
    },
    pauseTraining: () => {
      client.send({ type: 'pause', run: training.getState().run });
    },
    stepOnce: () => {
      if (!isIdle(training.getState().status)) return;
      playback.setState({ playing: false, shown: playback.getState().iterations.length - 1 });
      beyond('same moment', settings.getState().granularity);
    },
    reset: open,
    newSeed: () => {
      miniflow.set({ seed: (settings.getState().seed + 1) % 2 ** 31 });
      open();
    },
    set: (change) => {
      const { hidden } = settings.getState();
      settings.setState(change);
      if (change.follow === true && playback.getState().held) playback.setState({ held: false, playing: false });
      if (settings.getState().hidden !== hidden) open();
      else sendSettings();
    },
    play: () => {
      takeHold({ playing: true });
    },
    pause: () => {
      playback.setState({ playing: false });
    },
    stepForward: () => {
      stride(true, settings.getState().granularity);
    },
    stepBack: () => {
      stride(false, settings.getState().granularity);
    },
    nextPhase: () => {
      stride(true, 'phase');
    },
    previousPhase: () => {
      stride(false, 'phase');
    },
    seek: (t) => {
      takeHold({ t, waiting: false });
    },
    toStart: () => {
      takeHold({ t: 0, waiting: false });
    },
    toEnd: () => {
      takeHold({ t: shownIteration(playback.getState())?.timeline.steps.length ?? 0, waiting: false });
    },
    tick: (elapsed, still) => {
      const state = playback.getState();
      if (!(state.playing || state.sweeping) || state.waiting) return;
      const { speed, granularity } = settings.getState();
      if (still && state.sweeping) {
        playback.setState({ t: shownIteration(state)?.timeline.steps.length ?? 0, sweeping: false });
        return;
      }
      if (still) {
        sinceStride += elapsed;
        if (sinceStride < strideDuration(speed)) return;
        sinceStride = 0;
      }
      const t = played(state, elapsed, speed, granularity, still);
      if (t === 'beyond') beyond('next', granularity);
      else if (t !== state.t) playback.setState({ t });
    },
    select: (selection) => {
      playback.setState({ selection });
    },
    checkGradient: (node) => checks.ask(node),
  };
  return miniflow;
}

/** Whether a run is open and does nothing: it can be trained, or taken a step further. */
function isIdle(status: RunStatus): boolean {
  return status === 'ready' || status === 'paused' || status === 'finished';
}

function trainingData(dataset: Dataset): TrainingData {
  const featureCount = dataset.featureNames.length;
  const { values } = standardize(dataset.features, featureCount);
  return { features: values, target: dataset.target, featureCount };
}
