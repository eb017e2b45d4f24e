import type { BatchOrder } from '../../engine';
import type { RunDocument, RunEnd, RunPlan, StepSettings } from '../plan';
import type { TrainingData } from '../protocol';

/*
 * A sweep trains the same network once for every learning rate and every batch size, and keeps of each run what it takes to
 * compare them. What a cell has been through is what the run goes through that its document opens.
 */

/** What is tried out. */
export interface Sweep {
  readonly plan: RunPlan;
  readonly order: BatchOrder;
  readonly learningRates: readonly number[];
  readonly batchSizes: readonly number[];
  /** How many epochs each cell is trained for, unless it diverges before. */
  readonly epochs: number;
}

/** What became of one learning rate with one batch size. */
export interface SweptCell extends StepSettings {
  /** Its place in the list that `cellsOf` gives. */
  readonly index: number;
  /** The numbers of at most 200 epochs, in order, from the first to the last, and the mean losses of their steps. */
  readonly epochs: Float64Array;
  readonly means: Float64Array;
  /** How many SGD steps were taken. */
  readonly steps: number;
  /** The mean loss of the last whole epoch; NaN if there was none, or if training diverged. */
  readonly trainLoss: number;
  /** The loss of the held-out rows at the end; undefined where none are held out, or if training diverged. */
  readonly testLoss: number | undefined;
  /** The step, from 1, at which the first number was not finite any more. */
  readonly divergedAt: number | undefined;
  /** Where it ended; undefined where the last loss was NaN, which equals nothing. */
  readonly end: RunEnd | undefined;
  /** How long it took. */
  readonly seconds: number;
}

/** As many cells as one sweep may have. */
export const MOST_CELLS = 64;

/** What the page asks of a sweep's worker. */
export interface SweepRequest {
  readonly sweep: Sweep;
  readonly data: TrainingData;
}

/** What it answers. */
export type SweepReply =
  /** How far it is: cells that are done, SGD steps taken in all, the share of the work, and what is left of it in seconds (NaN while that is not known). */
  | { readonly type: 'progress'; readonly cells: number; readonly steps: number; readonly share: number; readonly secondsLeft: number }
  | { readonly type: 'cell'; readonly cell: SweptCell }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };

/** The settings of every cell: batch size by batch size, the learning rates in their order. @throws RangeError if there are none or too many */
export function cellsOf({ learningRates, batchSizes, order }: Sweep): StepSettings[] {
  const count = learningRates.length * batchSizes.length;
  if (count < 1 || count > MOST_CELLS) {
    throw new RangeError(
      `${learningRates.length} learning rates × ${batchSizes.length} batch sizes make ${count} runs; a sweep has from 1 to ${MOST_CELLS}`,
    );
  }
  return batchSizes.flatMap((batchSize) => learningRates.map((learningRate) => ({ learningRate, batchSize, order })));
}

/** The run that a cell was, as a document: opened, it is replayed to the same end. */
export function documentOfCell(plan: RunPlan, { learningRate, batchSize, order, steps, end }: SweptCell): RunDocument {
  const changes = steps === 0 ? [] : [{ step: 1, learningRate, batchSize, order }];
  return { name: `Rate ${learningRate}, batch ${batchSize}`, plan, history: { changes, steps }, ...(end === undefined ? {} : { end }) };
}
