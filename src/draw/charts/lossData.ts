import type { LossSeries } from '../../training/lossSeries';
import type { AxisUnit } from './stepAxis';

/** How a number becomes a place on an axis. */
export type LossScale = 'linear' | 'log';

/** One run on the loss chart. */
export interface ChartRun {
  readonly id: number;
  readonly name: string;
  /** From 0 to 7: its colour and its dash pattern. */
  readonly slot: number;
  readonly series: LossSeries;
  /** How many steps an epoch has at the present batch size. */
  readonly stepsPerEpoch: number;
  /** Whether it is the run that is walked through: it is drawn strongest, and only its steps can be sought. */
  readonly front: boolean;
  /** The step at which its loss stopped being finite, if it did. */
  readonly divergedAt: number | null;
  /** So many of its first steps are those of another run that is drawn, too; its own line begins after them. */
  readonly sharedUntil?: number;
}

/** Something that happened to the run at the front, at one of its steps. */
export interface LossMark {
  readonly step: number;
  readonly kind: 'change' | 'branch' | 'health' | 'diverged';
  /** What happened, in a few words: `learning rate 0.003`. */
  readonly words: string;
  /** The same in a word or two, to stand beside its sign: `rate 0.003`. */
  readonly short?: string;
}

/** A range of steps of the run at the front, both ends included. */
export type StepRange = readonly [from: number, to: number];

/** What the loss chart shows. */
export interface LossChartData {
  readonly runs: readonly ChartRun[];
  /** Of the vertical axis. */
  readonly scale: LossScale;
  /** Of the horizontal axis. */
  readonly xScale: LossScale;
  readonly axis: AxisUnit;
  /** The weight of the past in the moving average that is drawn as the strong line; at 0 the line joins the epochs' means. */
  readonly smoothing: number;
  /** The title of the vertical axis, with the loss's name and unit. */
  readonly lossLabel?: string;
  /** The step at which the run at the front will end as planned; the axis does not go further while the run has not. */
  readonly expectedSteps?: number;
  /** The SGD step whose numbers the page shows; null where there is no such step: then none can be sought either. */
  readonly playhead: number | null;
  readonly marks: readonly LossMark[];
  /** The steps in sight; null for all. */
  readonly zoom: StepRange | null;
  /** Whether dragging chooses what to zoom to, instead of a step. */
  readonly brushing?: boolean;
}

/** The run whose steps are read out: the one at the front or, where none is drawn, the first; undefined if there is none. */
export function leadOf({ runs }: Pick<LossChartData, 'runs'>): ChartRun | undefined {
  return runs.find((run) => run.front) ?? runs[0];
}
