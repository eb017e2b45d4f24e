/** A column, in words for people. */
export interface Column {
  readonly name: string;
  /** What it measures: a phrase without a full stop. */
  readonly meaning: string;
  /** What a 1 in this column is; empty where the number has no unit. */
  readonly unit: string;
}

/** Where a data set is from and what to know before using it, for the page that offers it. */
export interface About {
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly caution: string;
}

/** A table to learn from: every row has its features and the number that they should predict. */
export interface Dataset {
  readonly name: string;
  readonly featureNames: readonly string[];
  readonly rows: number;
  /** rows × features, row-major. */
  readonly features: Float64Array;
  /** One number per row. */
  readonly target: Float64Array;
  /** The features in the order of `featureNames`, then the target. */
  readonly columns: readonly Column[];
  readonly about: About;
}
