import { prepareExamples, type Examples } from '../datasets/examples';
import type { Tensor } from '../engine';
import { NETWORK_IDS } from '../lessons/network';
import type { RunPlan } from './plan';
import type { TrainingData } from './protocol';

type Tables = Readonly<Record<string, Tensor>>;

/** The data of a run as tables for the leaves of its network. */
export interface RunTables {
  readonly featureCount: number;
  /** What is trained on. */
  readonly train: Tables;
  /** What is held out; undefined if nothing is. */
  readonly test: Tables | undefined;
  /** Every row, in the order of the data. */
  readonly all: Tables;
  /** The rows by which the network is judged: the held-out ones, or all. */
  readonly judged: Int32Array;
  readonly target: Float64Array;
}

/** Splits and scales the data as the plan of a run says. */
export function tablesOf(data: TrainingData, plan: RunPlan): RunTables {
  const prepared = prepareExamples(data, plan);
  const { featureCount, target, train, test } = prepared;
  const everyRow = Int32Array.from(target.keys());
  return {
    featureCount,
    target,
    // Without a split, the table itself: the lesson's numbers depend on nothing else.
    train: rowsOf(prepared, test.length === 0 ? everyRow : train),
    test: test.length === 0 ? undefined : rowsOf(prepared, test),
    all: rowsOf(prepared, everyRow),
    judged: test.length === 0 ? everyRow : test,
  };
}

function rowsOf({ features, target, featureCount }: Examples, rows: Int32Array): Tables {
  const x = new Float64Array(rows.length * featureCount);
  rows.forEach((row, at) => {
    x.set(features.subarray(row * featureCount, (row + 1) * featureCount), at * featureCount);
  });
  return {
    [NETWORK_IDS.features]: { shape: [rows.length, featureCount], data: x },
    [NETWORK_IDS.target]: { shape: [rows.length, 1], data: Float64Array.from(rows, (row) => target[row] ?? NaN) },
  };
}
