import { Random, type Graph } from '../engine';

/** What bends the hidden layer; each is the name of its op. The lesson has the sigmoid. */
export const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'] as const;

export type Activation = (typeof ACTIVATIONS)[number];

/** `lesson`: N(0, 1), whatever the layer reads. `scaled`: N(0, 1 / n) for a layer that reads n numbers (LeCun, 1998). */
export const INITIAL_WEIGHTS = ['lesson', 'scaled'] as const;

export type InitialWeights = (typeof INITIAL_WEIGHTS)[number];

export interface NetworkOptions {
  /** Columns of X. */
  readonly features: number;
  /** Units of the hidden layer. */
  readonly hidden: number;
  /** Rows of X and y. */
  readonly batchSize: number;
  /** Seeds the initial weights. */
  readonly seed: number;
  /** The lesson's sigmoid if left out. */
  readonly activation?: Activation;
  /** The lesson's weights if left out. */
  readonly weights?: InitialWeights;
}

/**
 * The lesson's network: linear, sigmoid, linear, mean squared error. Weights are drawn from N(0, 1), unscaled, by
 * one generator, W1 before W2, row by row; biases are zero.
 */
export function buildNetwork({ features, hidden, batchSize, seed, activation = 'sigmoid', weights = 'lesson' }: NetworkOptions): Graph {
  const random = new Random(seed);
  const normals = (rows: number, columns: number): number[][] => {
    const deviation = weights === 'scaled' ? 1 / Math.sqrt(rows) : 1;
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal() * deviation));
  };
  const W1 = normals(features, hidden);
  const W2 = normals(hidden, 1);
  return {
    nodes: [
      { id: 'X', role: 'data', shape: [batchSize, features] },
      { id: 'y', role: 'data', shape: [batchSize, 1] },
      { id: 'W1', role: 'parameter', value: W1 },
      { id: 'b1', role: 'parameter', value: new Array<number>(hidden).fill(0) },
      { id: 'W2', role: 'parameter', value: W2 },
      { id: 'b2', role: 'parameter', value: [0] },
      { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b1'] },
      { id: 's', op: activation, inputs: ['l1'] },
      { id: 'l2', op: 'linear', inputs: ['s', 'W2', 'b2'] },
      { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
    ],
    output: 'C',
  };
}

/** The ids that the page and the trainer need to know of the lesson's network. */
export const NETWORK_IDS = { features: 'X', target: 'y', prediction: 'l2', firstWeights: 'W1' } as const;
