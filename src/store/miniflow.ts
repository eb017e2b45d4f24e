import { loadBoston } from '../datasets/bostonHousing';
import type { Dataset } from '../datasets/dataset';
import { DataError } from '../datasets/errors';
import type { Fetch } from '../datasets/fetchText';
import type { GradientCheck } from '../engine';
import type { TrainingClient, TrainingListener } from '../training/client';
import type { TrainingData } from '../training/protocol';
import type { Comparison, Histograms } from '../training/samples/samples';
import { createLine } from './line';
import { createPlayback, shownIteration } from './playback';
import { createQuestions, type Asking } from './questions';
import { createReception } from './reception';
import { createRunActions, type RunActions } from './runActions';
import { createRuns, type RunsStore } from './runs';
import { createSettings, planOf, type Settings, type SettingsStore } from './settings';
import { createTelling } from './telling';
import { createTraining, isIdle, type TrainingStore } from './training';
import { createTransport } from './transport';
import { createTravel, type Travel } from './travel';
import { createWalk, type Walk } from './walk';

/** What the product needs from the world around it. */
export interface World {
  readonly fetch: Fetch;
  readonly dataUrl: string;
  readonly storage: () => Storage;
  readonly startTraining: (listener: TrainingListener) => TrainingClient;
  /** Brings back what was there before, once the data is there. Whether there was anything; if not, a first run is opened. */
  readonly bringBack?: (miniflow: Miniflow) => Promise<boolean>;
}

/** What a reader can do with runs: those actions that the page needs. */
type RunDoings = Pick<
  RunActions,
  'openRun' | 'branch' | 'renameRun' | 'showRun' | 'deleteRun' | 'repeatRun' | 'openDocument' | 'documentOf' | 'openSaved' | 'nextId'
>;

/** The stores, and all that a reader can do to them. */
export interface Miniflow extends Walk, RunDoings, Travel {
  readonly settings: SettingsStore;
  readonly training: TrainingStore;
  readonly runs: RunsStore;
  /** Fetches the data and opens the first run. Again after a failure; while one is under way, that one is given up. */
  readonly load: () => Promise<void>;
  readonly train: () => void;
  /** Ends training, or the replay of a past. */
  readonly pauseTraining: () => void;
  /** Takes one SGD step and shows the one after it at the same moment; in the past, shows the next one that was taken. */
  readonly stepOnce: () => void;
  /** Starts over with the same seed, in a new run. */
  readonly reset: () => void;
  /** Starts over with the next seed, in a new run. */
  readonly newSeed: () => void;
  readonly set: (change: Partial<Settings>) => void;
  readonly checkGradient: (node: string) => Promise<GradientCheck>;
  /** How the parameters of a run and their gradients were distributed. */
  readonly histograms: (run: number, options: { readonly columns: number; readonly bins: number } & Asking) => Promise<Histograms>;
  /** Two runs side by side. */
  readonly compare: (run: number, other: number, options: { readonly points: number; readonly step: number } & Asking) => Promise<Comparison>;
}

/** The product without its page: stores, the trainer's line, and everything that a reader can do. Nothing starts before `load`. */
export function createMiniflow(world: World): Miniflow {
  const settings = createSettings(world.storage);
  const playback = createPlayback();
  const training = createTraining();
  const runs = createRuns();
  let data: TrainingData | undefined;
  /** The attempt to fetch the data that counts: an earlier one is given up. */
  let loading: AbortController | undefined;

  const client = createLine(world.startTraining, {
    reply: (reply) => {
      reception.receive(reply);
    },
    withoutWorker: (why) => {
      training.setState({ notice: why });
    },
    lost: (why) => {
      reception.lost(why);
    },
  });
  const telling = createTelling({ settings, playback, training, send: client.send, hasData: () => data !== undefined });
  const questions = createQuestions(client.send);
  const actions = createRunActions({
    runs,
    training,
    playback,
    settings,
    data: () => data,
    live: telling.live,
    send: client.send,
    left: () => {
      questions.rejectChecks('Another run has come to the front.');
      travel.forget();
      telling.told();
    },
    train,
  });
  const transport = createTransport({
    playback,
    settings,
    isTraining: () => training.getState().status === 'training',
    canAdvance: () => {
      const { status } = training.getState();
      return travel.isInPast() || (status !== 'diverged' && status !== 'failed' && status !== 'restoring');
    },
    advance: (after) => {
      if (!travel.advance(after)) client.send({ type: 'advance', run: training.getState().run, after });
    },
    retreat: (before) => travel.retreat(before),
    followingChanged: telling.tell,
    isFollowing: () => telling.live().follow,
  });
  const travel = createTravel({ playback, training, runs, send: client.send, transport, followingChanged: telling.tell });
  const reception = createReception({ training, runs, playback, transport, questions, travel, actions, renewLine: client.renew });

  function train(epochs = settings.getState().epochs): void {
    if (!isIdle(training.getState().status)) return;
    const stop = telling.stopConditions();
    training.setState({ status: 'training', stopReason: undefined, conditions: stop, end: undefined, verdict: undefined });
    playback.setState({ playing: false, waiting: false, held: false, away: false });
    telling.tell();
    client.send({ type: 'train', run: training.getState().run, epochs, stop });
  }

  const { openRun, branch, renameRun, showRun, deleteRun, repeatRun, openDocument, documentOf, openSaved, nextId } = actions;
  const miniflow: Miniflow = {
    ...createWalk(playback, settings, transport, travel.leap),
    ...travel.doings,
    ...{ openRun, branch, renameRun, showRun, deleteRun, repeatRun, openDocument, documentOf, openSaved, nextId },
    settings,
    training,
    runs,
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
      data = { features: dataset.features, target: dataset.target, featureCount: dataset.featureNames.length };
      training.setState({ dataset });
      telling.fit(dataset.rows);
      const isBack = (await world.bringBack?.(miniflow)) ?? false;
      if (!isBack) actions.openNew();
    },
    train: () => {
      train();
    },
    pauseTraining: () => {
      client.send({ type: 'pause', run: training.getState().run });
    },
    stepOnce: () => {
      if (isIdle(training.getState().status)) transport.stepOnce();
    },
    reset: startOver,
    newSeed: () => {
      settings.setState({ seed: (settings.getState().seed + 1) % 2 ** 31 });
      startOver();
    },
    set: (change) => {
      const before = planOf(settings.getState());
      settings.setState(change);
      telling.fit(training.getState().dataset?.rows);
      if (change.follow === false) playback.setState({ sweeping: false });
      if (change.follow === true && playback.getState().held) playback.setState({ held: false, playing: false });
      const after = planOf(settings.getState());
      const isOther = (Object.keys(after) as (keyof typeof after)[]).some((key) => after[key] !== before[key]);
      if (isOther) startOver();
      else telling.tell();
    },
    checkGradient: async (node) => {
      const iteration = shownIteration(playback.getState());
      if (iteration === undefined) throw new Error('There is no iteration to check yet.');
      const { run, status } = training.getState();
      if (status === 'failed') throw new Error('The trainer, which would check it, has stopped. Start anew brings it back.');
      return questions.check({ type: 'check', run, node, recording: iteration.timeline.recording });
    },
    histograms: async (run, { columns, bins, ...asking }) => {
      await actions.haveOpen(run);
      return questions.histograms({ type: 'histograms', run, columns, bins }, asking);
    },
    compare: async (run, other, { points, step, ...asking }) => {
      await Promise.all([actions.haveOpen(run), actions.haveOpen(other)]);
      return questions.compare({ type: 'compare', run, other, points, step }, asking);
    },
  };
  return miniflow;

  function startOver(): void {
    if (data === undefined) return;
    if (training.getState().status === 'failed') reception.renew();
    else actions.openNew();
  }
}
