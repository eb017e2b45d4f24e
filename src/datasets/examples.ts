import { standardize } from './scaling';
import { splitRows, type Split } from './split';

/** A table to learn from: one row an example. */
export interface Table {
  /** rows × features, row-major. */
  readonly features: Float64Array;
  /** One number per row. */
  readonly target: Float64Array;
  readonly featureCount: number;
}

/** How a table is made ready for training. */
export interface Preparation {
  /** The share of the rows that is held out for testing, from 0 to below 1. */
  readonly heldOut: number;
  /** Seeds the choice of those rows. */
  readonly splitSeed: number;
  /** Whether the features are standardized. */
  readonly scaled: boolean;
}

/** A table ready for training: all of its rows, and which of them to learn from. */
export type Examples = Table & Split;

/**
 * Splits a table into the rows to learn from and those to test on, and standardizes its features if asked to. Mean and
 * deviation are those of the rows to learn from alone, so that nothing of the held-out rows leaks into the training.
 *
 * @param table left as it is; where the features stay as they are, the result shares them
 * @throws RangeError if the table does not fill its rows, or nothing would be left to learn from
 */
export function prepareExamples({ features, target, featureCount }: Table, { heldOut, splitSeed, scaled }: Preparation): Examples {
  if (target.length * featureCount !== features.length) {
    throw new RangeError(
      `prepareExamples: ${target.length} rows of ${featureCount} features need ${target.length * featureCount} numbers, but there are ${features.length}`,
    );
  }
  const { train, test } = splitRows(target.length, heldOut, splitSeed);
  const values = scaled && target.length > 0 ? standardize(features, featureCount, train).values : features;
  return { features: values, target, featureCount, train, test };
}
