import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dataset } from '../datasets/dataset';
import type { Divergence, Tensor } from '../engine';
import { LossSeries } from '../training/lossSeries';
import type { Progress, Reply } from '../training/protocol';

/** Where a run stands. */
export type RunStatus = 'loading' | 'opening' | 'ready' | 'training' | 'paused' | 'finished' | 'diverged' | 'failed';

/** Whether a run is open and does nothing: it can be trained, or taken a step further. */
export function isIdle(status: RunStatus): boolean {
  return status === 'ready' || status === 'paused' || status === 'finished';
}

/** The data, and how the training of the present run stands. */
export interface TrainingState {
  readonly run: number;
  readonly status: RunStatus;
  readonly dataset: Dataset | undefined;
  /** Why there is no data set, as a sentence. */
  readonly dataProblem: string | undefined;
  readonly progress: Progress;
  /** What the network says of every example. */
  readonly predictions: Tensor | undefined;
  readonly lastLoss: number | undefined;
  readonly lastEpochMean: number | undefined;
  readonly divergence: Divergence | undefined;
  /** The learning rate that it happened at. */
  readonly divergedRate: number | undefined;
  /** What went wrong, as a sentence. */
  readonly problem: string | undefined;
  /** What the reader should know though all works, such as that there is no worker. */
  readonly notice: string | undefined;
  /** The losses of this run. The object stays the same and grows; its `version` tells. */
  readonly losses: LossSeries;
  readonly lossVersion: number;
}

export type TrainingStore = StoreApi<TrainingState>;

const NO_PROGRESS: Progress = {
  steps: 0,
  epochs: 0,
  targetEpoch: 0,
  stepsPerEpoch: 0,
  stepsLeft: 0,
  stepsPerSecond: 0,
  secondsLeft: NaN,
};

/** What a run has to show before its first step. */
const UNTRAINED = {
  progress: NO_PROGRESS,
  predictions: undefined,
  lastLoss: undefined,
  lastEpochMean: undefined,
  divergence: undefined,
  divergedRate: undefined,
  problem: undefined,
} as const;

/** The state before anything has been fetched. */
export function createTraining(): TrainingStore {
  return createStore<TrainingState>(() => ({
    run: 0,
    status: 'loading',
    dataset: undefined,
    dataProblem: undefined,
    ...UNTRAINED,
    notice: undefined,
    losses: new LossSeries(),
    lossVersion: 0,
  }));
}

/** What may change in a run, but for its losses: whoever adds to them says so. */
type RunChange = Partial<Omit<TrainingState, 'losses' | 'lossVersion'>>;

/** A new run begins: what belonged to the old one goes. */
export function withRun(run: number): RunChange {
  return {
    run,
    status: 'opening',
    ...UNTRAINED,
  };
}

/** What changes with a reply of the trainer; iterations to show are the playback's affair. */
export function withReply(reply: Reply): RunChange {
  switch (reply.type) {
    case 'opened':
      return { status: 'ready', progress: reply.progress, predictions: reply.predictions };
    case 'progress':
      return withProgress(reply);
    case 'stopped':
      return { status: reply.reason };
    case 'diverged':
      return { status: 'diverged', divergence: reply.divergence, divergedRate: reply.learningRate };
    case 'failed':
      return { status: 'failed', problem: reply.message };
    case 'recorded':
    case 'checked':
    case 'checkFailed':
      return {};
  }
}

function withProgress({ losses, epochMeans, progress, predictions }: Extract<Reply, { type: 'progress' }>): RunChange {
  return {
    progress,
    ...(losses.length > 0 ? { lastLoss: losses[losses.length - 1] } : {}),
    ...(epochMeans.length > 0 ? { lastEpochMean: epochMeans[epochMeans.length - 1]?.mean } : {}),
    ...(predictions === undefined ? {} : { predictions }),
  };
}
