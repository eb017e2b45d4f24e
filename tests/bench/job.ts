import { readFileSync } from 'node:fs';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { standardize } from '../../src/datasets/scaling';
import { Random } from '../../src/engine';

/** One training to run: everybody gets the same numbers, in doubles. */
export interface Job {
  readonly title: string;
  /** Columns of X, units of the hidden layer, columns of y. */
  readonly sizes: readonly [features: number, hidden: number, outputs: number];
  readonly batchSize: number;
  readonly learningRate: number;
  readonly rows: number;
  readonly features: Float64Array;
  readonly target: Float64Array;
  readonly W1: Float64Array;
  readonly W2: Float64Array;
  /** The examples of step after step, drawn with replacement: `BATCHES` times `batchSize`, then from the start. */
  readonly batches: Int32Array;
}

/** Seeds the batches; a trainer of ours with this seed draws the same. */
export const BATCH_SEED = 2;
/** The steps of 100 epochs of the Boston training. */
export const BATCHES = 4600;

/** A job on Boston housing, or on noise where the network has another number of inputs. */
export function jobOf(sizes: Job['sizes'], batchSize: number): Job {
  const [features, hidden, outputs] = sizes;
  const lesson = features === 13 && hidden === 10;
  const noise = new Random(3);
  const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));
  const rows = boston.rows;
  const fresh = new Random(1);
  // The lesson's weights are not scaled; wider networks need it, or training runs away.
  const weights = (fanIn: number, fanOut: number): Float64Array =>
    Float64Array.from({ length: fanIn * fanOut }, () => fresh.normal() / (lesson ? 1 : Math.sqrt(fanIn)));
  const draw = new Random(BATCH_SEED);
  return {
    title: `${sizes.join('-')}, batch ${batchSize}`,
    sizes,
    batchSize,
    learningRate: lesson ? 0.01 : 0.001,
    rows,
    features: features === 13 ? standardize(boston.features, 13).values : Float64Array.from({ length: rows * features }, () => noise.normal()),
    target: outputs === 1 ? boston.target : Float64Array.from({ length: rows * outputs }, () => noise.normal()),
    W1: weights(features, hidden),
    W2: weights(hidden, outputs),
    batches: Int32Array.from({ length: BATCHES * batchSize }, () => draw.below(rows)),
  };
}
