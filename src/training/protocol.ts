import type { Divergence, GradientCheck, Recording, Tensor } from '../engine';
import type { Vitals } from './health/vitals';
import type { Change, RunEnd, RunHistory, RunPlan, StepSettings, StopConditions } from './plan';
import type { Comparison, Histograms } from './samples/samples';

/*
 * What the page and the trainer say to each other. Types only. Every message carries the number of its run: several runs
 * may be open, one of them trains, and whatever arrives from a run that the page has closed is dropped.
 */

/** The table to train on, as it was measured: one row an example. */
export interface TrainingData {
  /** rows × features, row-major, not scaled. */
  readonly features: Float64Array;
  readonly target: Float64Array;
  readonly featureCount: number;
}

/** What may change while training runs; it takes effect at the next step. */
export interface LiveSettings extends StepSettings {
  /** SGD steps per second at most; Infinity for as fast as the machine can. */
  readonly pace: number;
  /** Whether to record iterations while training, for the graph to follow. */
  readonly follow: boolean;
}

interface Addressed {
  readonly run: number;
}

/** A question that gets one answer, under the same ticket. */
interface Ticketed extends Addressed {
  readonly ticket: number;
}

/** Opens a run. What happened in it already is replayed, up to `history.steps`. */
export interface OpenRequest extends Addressed {
  readonly type: 'open';
  readonly plan: RunPlan;
  readonly settings: LiveSettings;
  readonly data: TrainingData;
  readonly history?: RunHistory;
  /** An open run with the same plan and, up to there, the same history: its checkpoints save the replay. */
  readonly from?: number;
  /** What was asked of it before: so many epochs, to end with that one. Asked for as many again, training goes on to there. */
  readonly goal?: AskedEpochs;
}

/** A wish for so many epochs, and the one that they end with. */
export interface AskedEpochs {
  readonly epochs: number;
  readonly target: number;
}

/** What the page asks of the trainer. */
export type Request =
  | OpenRequest
  /** Forgets a run. */
  | (Addressed & { readonly type: 'close' })
  | (Addressed & { readonly type: 'settings'; readonly settings: LiveSettings })
  /** Train for so many epochs more; asked once more after a pause, for what is left of them. */
  | (Addressed & { readonly type: 'train'; readonly epochs: number; readonly stop: StopConditions })
  | (Addressed & { readonly type: 'pause' })
  /**
   * Show the step after number `after`, which is taken first if it is the next to come. While training: show the next
   * one that is taken.
   */
  | (Addressed & { readonly type: 'advance'; readonly after: number })
  /** Show SGD step number `step` as it was, from 1 to one more than have been taken. A newer seek gives up an older one. */
  | (Addressed & { readonly type: 'seek'; readonly step: number })
  | (Ticketed & { readonly type: 'check'; readonly node: string; readonly recording: Recording })
  /** How the values and the gradients of every parameter were distributed over the steps, at so many of them. */
  | (Ticketed & { readonly type: 'histograms'; readonly columns: number; readonly bins: number })
  /** How far the parameters of two runs are apart at so many steps, and the gradients on the edges of both at step `step`. */
  | (Ticketed & { readonly type: 'compare'; readonly other: number; readonly points: number; readonly step: number })
  /** Gives up a question. It is not answered any more. */
  | (Ticketed & { readonly type: 'cancel' })
  /** Is the trainer still there? */
  | { readonly type: 'ping' };

/** An epoch that has ended. */
export interface EpochMean {
  /** From 1. */
  readonly epoch: number;
  /** The mean of its steps' losses. */
  readonly mean: number;
  /** The number of its last step, from 1. */
  readonly lastStep: number;
  /** The loss of the held-out rows after it; undefined if there are none. */
  readonly test?: number;
}

/** How training stands. */
export interface Progress {
  /** Steps taken in this run. */
  readonly steps: number;
  /** Epochs completed. */
  readonly epochs: number;
  /** The epoch that training will end with. */
  readonly targetEpoch: number;
  readonly stepsPerEpoch: number;
  /** Steps until the target; while a history is replayed, until its end. */
  readonly stepsLeft: number;
  /** Measured over the last second or so; 0 while idle. */
  readonly stepsPerSecond: number;
  /** Seconds until the target at that rate; NaN while it is not known. */
  readonly secondsLeft: number;
}

/** Why training has come to rest. */
export type StopReason = 'paused' | 'finished' | 'target' | 'patience' | 'accuracy';

/** What the trainer answers. Tensors are copies. */
export type Reply =
  /** The run is open, and its history replayed. Before, there may have been progress. */
  | (Addressed & {
      readonly type: 'opened';
      readonly recording: Recording;
      /** The number of the recorded step, which is the next to come. */
      readonly step: number;
      readonly progress: Progress;
      readonly predictions: Tensor;
      readonly end?: RunEnd;
    })
  | (Addressed & {
      readonly type: 'progress';
      readonly progress: Progress;
      /** The losses of the steps since the last report, the newest being number `progress.steps`. */
      readonly losses: Float64Array;
      /** The norm of the gradient of all parameters, at the same steps. */
      readonly gradientNorms: Float64Array;
      readonly epochMeans: readonly EpochMean[];
      /** The changes of settings that took effect with one of these steps. */
      readonly changes: readonly Change[];
      /** How the network was, at some of these steps. */
      readonly vitals: readonly Vitals[];
      /** What the network says of every row of the table; not in every report. */
      readonly predictions?: Tensor;
      /** Where the run stands, whenever it rests. */
      readonly end?: RunEnd;
    })
  /** An iteration to show: number `step`, from 1. `taken` tells whether it has been trained, or is the next to come. */
  | (Addressed & { readonly type: 'recorded'; readonly recording: Recording; readonly step: number; readonly taken: boolean; readonly advance: boolean })
  /** The iteration that a seek has asked for, and what the network said of every row before it. */
  | (Addressed & {
      readonly type: 'sought';
      readonly recording: Recording;
      readonly step: number;
      readonly taken: boolean;
      readonly predictions: Tensor;
      /** How many steps were replayed to get there, and in how many milliseconds. */
      readonly replayed: number;
      readonly milliseconds: number;
    })
  | (Addressed & { readonly type: 'stopped'; readonly reason: StopReason })
  /** Training, or a replay, has left the finite numbers with its last step, which was taken at this learning rate. */
  | (Addressed & { readonly type: 'diverged'; readonly divergence: Divergence; readonly learningRate: number; readonly recording: Recording; readonly end: RunEnd })
  | (Ticketed & { readonly type: 'checked'; readonly check: GradientCheck })
  | (Ticketed & { readonly type: 'histogrammed'; readonly histograms: Histograms })
  | (Ticketed & { readonly type: 'compared'; readonly comparison: Comparison })
  /** How much of an answer is there, from 0 to 1. */
  | (Ticketed & { readonly type: 'answering'; readonly share: number })
  /** A question has no answer, for the reason in the sentence. */
  | (Ticketed & { readonly type: 'unanswered'; readonly message: string })
  | { readonly type: 'pong'; readonly run: -1 }
  /** Something that should not happen did; the sentence is for the page. */
  | (Addressed & { readonly type: 'failed'; readonly message: string });
