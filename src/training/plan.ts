import type { BatchOrder } from '../engine';
import type { Activation, InitialWeights } from '../lessons/network';

/*
 * What determines a run of training. Everything here is plain data: the same plan and the same history give the same
 * parameters to the last bit, so that a run is saved, branched and restored by these alone.
 */

/** What a run starts from; it never changes while the run lasts. */
export interface RunPlan {
  /** Units of the hidden layer. */
  readonly hidden: number;
  readonly activation: Activation;
  readonly weights: InitialWeights;
  /** Seeds the weights; the batches are drawn with `seed + 1`. */
  readonly seed: number;
  /** The share of the rows that is held out for testing, from 0 (as in the lesson) to 0.5. */
  readonly heldOut: number;
  /** Seeds the choice of those rows. */
  readonly splitSeed: number;
  /** Whether the features are standardized, by the rows that are trained on. */
  readonly scaled: boolean;
}

/** What one SGD step is taken with, beside the parameters. */
export interface StepSettings {
  readonly learningRate: number;
  readonly batchSize: number;
  readonly order: BatchOrder;
}

/** Settings that hold from SGD step number `step` (counted from 1) until the next change. */
export interface Change extends StepSettings {
  readonly step: number;
}

/** What has happened in a run. */
export interface RunHistory {
  /** In the order of their steps; the first one, once a step has been taken, is at step 1. */
  readonly changes: readonly Change[];
  /** How many SGD steps have been taken. */
  readonly steps: number;
}

/** Ends training before its epochs are over. */
export interface StopConditions {
  /** Stop once an epoch's mean loss (the test loss, where rows are held out) is at most this. */
  readonly targetLoss?: number;
  /** Stop once so many epochs in a row have not been better than the best before them. */
  readonly patience?: number;
  /** Stop once at least this share of the homes (of the test homes, where rows are held out) is predicted to within `within`. */
  readonly accuracy?: { readonly share: number; readonly within: number };
}

/** Where a run stands at its end, to tell whether a replay has come to the same place. */
export interface RunEnd {
  /** The loss of the last step. */
  readonly loss: number;
  /** A hash of the bits of all parameters. */
  readonly parameters: string;
}

/** A whole run as a document: what it starts from, what happened, and where that led. */
export interface RunDocument {
  readonly name: string;
  readonly plan: RunPlan;
  readonly history: RunHistory;
  /** Missing as long as no step has been taken. */
  readonly end?: RunEnd;
}

/** The settings that step number `step` is taken with; undefined before the first change. */
export function settingsAt(changes: readonly Change[], step: number): Change | undefined {
  return changes.findLast((change) => change.step <= step);
}

/** What has happened up to and including step number `steps`. */
export function historyUntil({ changes }: Pick<RunHistory, 'changes'>, steps: number): RunHistory {
  return { changes: changes.filter(({ step }) => step <= steps), steps };
}
