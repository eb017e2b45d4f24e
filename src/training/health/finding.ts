import type { Divergence } from '../../engine';
import type { LossSeries } from '../lossSeries';
import type { Change, RunPlan, StepSettings } from '../plan';
import type { StepSeries } from '../stepSeries';
import type { Vitals } from './vitals';

/** What can be wrong: causes before what comes of them. */
export const FINDING_KINDS = ['non-finite', 'exploding', 'unscaled features', 'dead relu', 'saturated', 'vanishing', 'oscillating', 'stalled'] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that is wrong with a training, read from its real numbers. */
export interface Finding {
  readonly kind: FindingKind;
  /** The SGD step at which it was first to be seen, from 1. It stays the same while training goes on. */
  readonly step: number;
  /** Where: the id of a node. */
  readonly node?: string;
  readonly severity: 'warning' | 'error';
  readonly title: string;
  /** What was measured, where, and what that does: a sentence or two. */
  readonly cause: string;
  /** Of a number that is not finite: what had grown before, for whoever has said the rest. */
  readonly growth?: string;
  readonly remedy?: Remedy;
}

/** A change to try on a branch. */
export interface Remedy {
  /** What is tried, to stand after `Try`: `learning rate 0.001`. */
  readonly label: string;
  readonly plan?: Partial<RunPlan>;
  readonly settings?: Partial<StepSettings>;
  /** The branch shares the past up to and including this step; 0 for a fresh start. */
  readonly at: number;
}

/** A feature and the standard deviation of its column. */
export interface Spread {
  readonly name: string;
  readonly deviation: number;
}

/** What there is to know of the table that is trained on, as it was measured. */
export interface TableVitals {
  /** The features that vary least and most. Those that do not vary at all do not count. */
  readonly least: Spread;
  readonly greatest: Spread;
  /** The variance of the target: the loss of always predicting its mean. */
  readonly targetVariance: number;
}

/** All that findings are made from. */
export interface HealthInput {
  readonly plan: RunPlan;
  readonly changes: readonly Change[];
  /** In the order of their steps. */
  readonly vitals: readonly Vitals[];
  readonly losses: LossSeries;
  readonly gradientNorms: StepSeries;
  readonly divergence: Divergence | undefined;
  /** What depends on it is left out where it is not known. */
  readonly table?: TableVitals;
}
