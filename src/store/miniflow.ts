import { loadBoston } from '../datasets/bostonHousing';
import type { Dataset } from '../datasets/dataset';
import { DataError } from '../datasets/errors';
import type { Fetch } from '../datasets/fetchText';
import { standardize } from '../datasets/scaling';
import type { GradientCheck, NonFinite } from '../engine';
import type { TrainingClient, TrainingListener } from '../training/client';
import type { LiveSettings, Reply, TrainingData } from '../training/protocol';
import { createChecks } from './checks';
import { createLine } from './line';
import { appendReport } from './lossReports';
import { createPlayback, momentOf, shownIteration } from './playback';
import { createSettings, type Settings, type SettingsStore } from './settings';
import { createTraining, isIdle, withReply, withRun, type TrainingStore } from './training';
import { createTransport } from './transport';
import { createWalk, type Walk } from './walk';

/** What the product needs from the world around it. */
export interface World {
  readonly fetch: Fetch;
  readonly dataUrl: string;
  readonly storage: () => Storage;
  readonly startTraining: (listener: TrainingListener) => TrainingClient;
}

/** The stores, and all that a reader can do to them. */
export interface Miniflow extends Walk {
  readonly settings: SettingsStore;
  readonly training: TrainingStore;
  /** Fetches the data and opens the first run. Again after a failure; while one is under way, that one is given up. */
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
  readonly checkGradient: (node: string) => Promise<GradientCheck>;
}

/** The product without its page: stores, the trainer's line, and everything that a reader can do. Nothing starts before `load`. */
export function createMiniflow(world: World): Miniflow {
  const settings = createSettings(world.storage);
  const playback = createPlayback();
  const training = createTraining();
  let data: TrainingData | undefined;
  /** The attempt to fetch the data that counts: an earlier one is given up. */
  let loading: AbortController | undefined;
  /** What the trainer was told last. */
  let sent: LiveSettings | undefined;

  const client = createLine(world.startTraining, {
    reply: receive,
    withoutWorker: (why) => {
      training.setState({ notice: why });
    },
  });
  const checks = createChecks((ticket, node) => {
    const iteration = shownIteration(playback.getState());
    const { run, status } = training.getState();
    if (iteration === undefined) return 'There is no iteration to check yet.';
    if (status === 'failed') return 'The trainer, which would check it, has stopped. Reset starts it anew.';
    client.send({ type: 'check', run, ticket, node, recording: iteration.timeline.recording });
    return undefined;
  });

  const transport = createTransport({
    playback,
    settings,
    isTraining: () => training.getState().status === 'training',
    canAdvance: () => {
      const { status } = training.getState();
      return status !== 'diverged' && status !== 'failed';
    },
    advance: (after) => {
      client.send({ type: 'advance', run: training.getState().run, after });
    },
    followingChanged: sendSettings,
    isFollowing: () => live().follow,
  });

  function receive(reply: Reply): void {
    const state = training.getState();
    // −1: the worker itself, whichever run it was at.
    if (reply.run !== state.run && reply.run !== -1) return;
    if (reply.type === 'progress') appendReport(state.losses, reply);
    training.setState({ ...withReply(reply), lossVersion: state.losses.version });
    switch (reply.type) {
      case 'opened':
        transport.show('first', reply.recording, 1, false);
        break;
      case 'recorded':
        transport.receive(reply);
        break;
      case 'diverged':
        transport.show('final', reply.recording, reply.divergence.step + 1, true);
        showDivergence(reply.divergence.found);
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

  /** Goes to the moment at which the first number left the finite ones, and selects its node. */
  function showDivergence(found: NonFinite): void {
    const iteration = shownIteration(playback.getState());
    if (iteration === undefined) return;
    playback.setState({ t: momentOf(iteration.timeline, found), selection: { kind: 'node', id: found.node } });
  }

  function open(): void {
    if (data === undefined) return;
    const state = training.getState();
    if (state.status === 'failed') client.renew();
    const run = state.run + 1;
    checks.rejectAll('The network has been built anew.');
    state.losses.clear();
    training.setState({ ...withRun(run), lossVersion: state.losses.version });
    playback.setState({ playing: false, waiting: false, sweeping: false, held: false });
    const { hidden, seed } = settings.getState();
    sent = live();
    client.send({ type: 'open', run, hidden, seed, settings: sent, data });
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

  const miniflow: Miniflow = {
    ...createWalk(playback, settings, transport),
    settings,
    training,
    load: async () => {
      loading?.abort();
      const attempt = new AbortController();
      loading = attempt;
      training.setState({ status: 'loading', dataProblem: undefined });
      let dataset: Dataset;
      try {
        dataset = await loadBoston(world.fetch, world.dataUrl, attempt.signal);
      } catch (error) {
        if (attempt.signal.aborted) return;
        const why = error instanceof DataError ? error.message : `The data could not be read: ${String(error)}`;
        training.setState({ status: 'failed', dataProblem: why });
        return;
      }
      if (attempt.signal.aborted) return;
      data = trainingData(dataset);
      training.setState({ dataset });
      open();
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
      if (isIdle(training.getState().status)) transport.stepOnce();
    },
    reset: open,
    newSeed: () => {
      miniflow.set({ seed: (settings.getState().seed + 1) % 2 ** 31 });
      open();
    },
    set: (change) => {
      const { hidden } = settings.getState();
      settings.setState(change);
      if (change.follow === false) playback.setState({ sweeping: false });
      if (change.follow === true && playback.getState().held) playback.setState({ held: false, playing: false });
      if (settings.getState().hidden !== hidden) open();
      else sendSettings();
    },
    checkGradient: (node) => checks.ask(node),
  };
  return miniflow;
}

function trainingData(dataset: Dataset): TrainingData {
  const featureCount = dataset.featureNames.length;
  const { values } = standardize(dataset.features, featureCount);
  return { features: values, target: dataset.target, featureCount };
}
