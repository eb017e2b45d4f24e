/** How a network was at one SGD step, in the numbers from which its health is read. */
export interface Vitals {
  /** The SGD step, from 1. */
  readonly step: number;
  /** Every parameter that the output depends on, those farthest from the output first. */
  readonly parameters: readonly ParameterVitals[];
  /** For every sigmoid and tanh, by id: the share of the cells of its input beyond ±4. */
  readonly saturated: readonly { readonly id: string; readonly share: number }[];
  /**
   * For every relu, by id: which of its columns (units, from 0) are 0 for every row of the batch, and the share of all
   * that they are.
   */
  readonly dead: readonly { readonly id: string; readonly share: number; readonly units: readonly number[] }[];
}

/** One parameter at one SGD step. */
export interface ParameterVitals {
  readonly id: string;
  /** The Euclidean norm of its gradient, and of its value. */
  readonly gradient: number;
  readonly value: number;
  /** How many numbers it has. */
  readonly cells: number;
  /** How many operations lie on the longest way from it to the output: the greater, the nearer to the data. */
  readonly depth: number;
}
