import type { Divergence, GradientCheck, Recording, Tensor } from '../engine';

/*
 * What the page and the trainer say to each other. Types only. Every message carries the number of its run:
 * a new network is a new run, and whatever still arrives from an old one is dropped.
 */

/** The table to train on: one row an example. */
export interface TrainingData {
  readonly features: Float64Array;
  readonly target: Float64Array;
  readonly featureCount: number;
}

/** What may change while training runs; it takes effect at the next step. */
export interface LiveSettings {
  readonly learningRate: number;
  readonly batchSize: number;
  /** SGD steps per second at most; Infinity for as fast as the machine can. */
  readonly pace: number;
  /** Whether to record iterations while training, for the graph to follow. */
  readonly follow: boolean;
}

/** What the page asks of the trainer. */
export type Request =
  | {
      readonly type: 'open';
      readonly run: number;
      readonly hidden: number;
      /** Seeds weights; the batches are drawn with `seed + 1`. */
      readonly seed: number;
      readonly settings: LiveSettings;
      readonly data: TrainingData;
    }
  | { readonly type: 'settings'; readonly run: number; readonly settings: LiveSettings }
  /** Train for so many epochs more; asked once more after a pause, for what is left of them. */
  | { readonly type: 'train'; readonly run: number; readonly epochs: number }
  | { readonly type: 'pause'; readonly run: number }
  /**
   * Show the step after number `after`, which is taken first if it is the next to come. While training: show the next
   * one that is taken.
   */
  | { readonly type: 'advance'; readonly run: number; readonly after: number }
  | { readonly type: 'check'; readonly run: number; readonly ticket: number; readonly node: string; readonly recording: Recording };

/** An epoch that has ended. */
export interface EpochMean {
  /** From 1. */
  readonly epoch: number;
  /** The mean of its steps' losses. */
  readonly mean: number;
  /** The number of its last step, from 1. */
  readonly lastStep: number;
}

/** How training stands. */
export interface Progress {
  /** Steps taken since the run was opened. */
  readonly steps: number;
  /** Epochs completed. */
  readonly epochs: number;
  /** The epoch that training will end with. */
  readonly targetEpoch: number;
  readonly stepsPerEpoch: number;
  /** Steps until the target. */
  readonly stepsLeft: number;
  /** Measured over the last second or so; 0 while idle. */
  readonly stepsPerSecond: number;
  /** Seconds until the target at that rate; NaN while it is not known. */
  readonly secondsLeft: number;
}

/** What the trainer answers. Tensors are copies. */
export type Reply =
  | { readonly type: 'opened'; readonly run: number; readonly recording: Recording; readonly progress: Progress; readonly predictions: Tensor }
  | {
      readonly type: 'progress';
      readonly run: number;
      readonly progress: Progress;
      /** The losses of the steps since the last report, the newest being number `progress.steps`. */
      readonly losses: Float64Array;
      readonly epochMeans: readonly EpochMean[];
      /** What the network says of every example; not in every report. */
      readonly predictions?: Tensor;
    }
  /** An iteration to show: number `step`, from 1. `taken` tells whether it has been trained, or is the next to come. */
  | { readonly type: 'recorded'; readonly run: number; readonly recording: Recording; readonly step: number; readonly taken: boolean; readonly advance: boolean }
  | { readonly type: 'stopped'; readonly run: number; readonly reason: 'paused' | 'finished' }
  | { readonly type: 'diverged'; readonly run: number; readonly divergence: Divergence; readonly learningRate: number; readonly recording: Recording }
  | { readonly type: 'checked'; readonly run: number; readonly ticket: number; readonly check: GradientCheck }
  | { readonly type: 'checkFailed'; readonly run: number; readonly ticket: number; readonly message: string }
  /** Something that should not happen did; the sentence is for the page. */
  | { readonly type: 'failed'; readonly run: number; readonly message: string };
