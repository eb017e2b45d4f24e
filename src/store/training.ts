import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dataset } from '../datasets/dataset';
import type { Divergence, Tensor } from '../engine';
import { LossSeries } from '../training/lossSeries';
import type { RunEnd, StopConditions } from '../training/plan';
import type { AskedEpochs, Progress, Reply, StopReason } from '../training/protocol';

/** Where a run stands. */
export type RunStatus = 'loading' | 'opening' | 'restoring' | 'ready' | 'training' | 'paused' | 'finished' | 'diverged' | 'failed';

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
  /** The SGD step that these predictions were made before: the next to come, or one in the past. */
  readonly predictedBefore: number | undefined;
  readonly lastLoss: number | undefined;
  readonly lastEpochMean: number | undefined;
  readonly divergence: Divergence | undefined;
  /** The learning rate that it happened at. */
  readonly divergedRate: number | undefined;
  /** What went wrong, as a sentence. */
  readonly problem: string | undefined;
  /** Why training has come to its last rest. */
  readonly stopReason: StopReason | undefined;
  /** What would have ended the last training before its epochs were over. */
  readonly conditions: StopConditions | undefined;
  /** Where the run stands, as of its last rest. */
  readonly end: RunEnd | undefined;
  /** For a run that was brought back from a document: whether its replay has ended where the document says. */
  readonly verdict: ReplayVerdict | undefined;
  /** How the step was brought back that was sought last. */
  readonly restored: Restored | undefined;
  /** What the reader should know though all works, such as that there is no worker. */
  readonly notice: string | undefined;
  /** The losses of the run at the front: one object that grows; its `version` tells. */
  readonly losses: LossSeries;
  readonly lossVersion: number;
}

/** What a replay of so many steps has shown. */
export interface ReplayVerdict {
  readonly steps: number;
  /** Whether loss and parameters are those of the document, bit for bit; undefined if it does not say where the run had come to. */
  readonly same: boolean | undefined;
}

/** A step that was brought back from the past. */
export interface Restored {
  readonly step: number;
  /** How many steps were taken again to get there, and in how many milliseconds. */
  readonly replayed: number;
  readonly milliseconds: number;
  /** Whether its loss is the one that was told when it was taken, bit for bit; undefined if that is not kept any more. */
  readonly same: boolean | undefined;
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
  predictedBefore: undefined,
  lastLoss: undefined,
  lastEpochMean: undefined,
  divergence: undefined,
  divergedRate: undefined,
  problem: undefined,
  stopReason: undefined,
  conditions: undefined,
  end: undefined,
  verdict: undefined,
  restored: undefined,
} as const;

/** What belongs to one run and is put away with it while another one is at the front. */
export type RunPart = Pick<TrainingState, 'status' | keyof typeof UNTRAINED>;

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

/** A run that is being opened; with a past, it is replayed first. */
export function openingPart(steps: number): RunPart {
  return { ...UNTRAINED, status: steps > 0 ? 'restoring' : 'opening' };
}

/** The epoch that a run was to end with, for whoever asks for `epochs` once more. */
export function askedEpochs({ progress: { targetEpoch: target } }: Pick<RunPart, 'progress'>, epochs: number): AskedEpochs | undefined {
  return target > 0 ? { epochs, target } : undefined;
}

/** What belongs to the run at the front. */
export function partOf(state: RunPart): RunPart {
  const { status, progress, predictions, predictedBefore, lastLoss, lastEpochMean, divergence, divergedRate, problem, stopReason, conditions, end, verdict, restored } = state;
  return { status, progress, predictions, predictedBefore, lastLoss, lastEpochMean, divergence, divergedRate, problem, stopReason, conditions, end, verdict, restored };
}

/** What changes in a run with a reply of the trainer; iterations to show are the playback's affair. */
export function withReply(reply: Reply): Partial<RunPart> {
  switch (reply.type) {
    case 'opened':
      return {
        status: reply.progress.steps > 0 ? 'paused' : 'ready',
        progress: reply.progress,
        predictions: reply.predictions,
        predictedBefore: reply.step,
        ...(reply.end === undefined ? {} : { end: reply.end }),
      };
    case 'progress':
      return withProgress(reply);
    case 'sought':
      return { predictions: reply.predictions, predictedBefore: reply.step };
    case 'stopped':
      return { status: reply.reason === 'paused' ? 'paused' : 'finished', stopReason: reply.reason };
    case 'diverged':
      return { status: 'diverged', divergence: reply.divergence, divergedRate: reply.learningRate, end: reply.end };
    case 'failed':
      return { status: 'failed', problem: reply.message };
    case 'recorded':
    case 'checked':
    case 'histogrammed':
    case 'compared':
    case 'answering':
    case 'unanswered':
    case 'pong':
      return {};
  }
}

function withProgress({ losses, epochMeans, progress, predictions, end }: Extract<Reply, { type: 'progress' }>): Partial<RunPart> {
  return {
    progress,
    ...(losses.length > 0 ? { lastLoss: losses[losses.length - 1] } : {}),
    ...(epochMeans.length > 0 ? { lastEpochMean: epochMeans[epochMeans.length - 1]?.mean } : {}),
    ...(predictions === undefined ? {} : { predictions, predictedBefore: progress.steps + 1 }),
    ...(end === undefined ? {} : { end }),
  };
}
