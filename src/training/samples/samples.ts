/** How the numbers of one tensor were distributed over the steps of a run. */
export interface Histogram {
  /** The parameter. */
  readonly node: string;
  readonly part: 'value' | 'gradient';
  /** The borders of the outermost bins; the bins between are of equal width. */
  readonly low: number;
  readonly high: number;
  /** How many cells fell into each bin: columns × bins, the steps in order. */
  readonly counts: Uint32Array;
  /** How many finite cells lay beyond the borders, per column: none, unless the numbers of some steps are far larger than usual. */
  readonly outside: Uint32Array;
  /** How many cells were not finite, per column. */
  readonly nonFinite: Uint32Array;
}

/** The distributions of every parameter's values and gradients over a run. */
export interface Histograms {
  /** The SGD steps before which the run was looked at, in order; the last one is the one to come. */
  readonly steps: Float64Array;
  readonly bins: number;
  readonly tensors: readonly Histogram[];
}

/** Two runs, side by side. */
export interface Comparison {
  /** The SGD steps that were looked at, in order, up to the first one that one of the two has not taken. */
  readonly steps: Float64Array;
  /** The Euclidean distance between all parameters of the two, before each of these steps; NaN between networks of different sizes. */
  readonly distances: Float64Array;
  /** The same for every parameter, by id. */
  readonly perParameter: readonly { readonly id: string; readonly distances: Float64Array }[];
  /** The step at which the gradients were compared. */
  readonly step: number;
  /** The norm of what came back along every edge at that step, in both runs. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly port: number; readonly here: number; readonly there: number }[];
}
