import { readFileSync } from 'node:fs';
import type { NestedNumbers, Tensor } from '../../src/engine';

/** A tensor as the golden file writes it: a number, or shape and row-major data. */
export type StoredTensor = number | { readonly shape: readonly number[]; readonly data: readonly number[] };

type Named<T> = Readonly<Record<string, T>>;

/** A worked network of the lesson: its leaves and values beside each other. */
export interface GoldenCase {
  readonly X: StoredTensor;
  readonly W1: StoredTensor;
  readonly b: StoredTensor;
  readonly y: StoredTensor;
  readonly l1: StoredTensor;
  readonly sigmoid: StoredTensor;
  readonly W2?: StoredTensor;
  readonly b2?: StoredTensor;
  readonly l2?: StoredTensor;
  readonly cost: number;
  readonly grads: Named<StoredTensor>;
}

export interface ScalarGraph {
  readonly name: string;
  readonly inputs: Named<number>;
  readonly ops: readonly (readonly [name: string, op: string, ...args: (string | number)[]])[];
  readonly out: string;
  readonly value: number;
  readonly grads: Named<number>;
  readonly op_values: Named<number>;
  readonly op_grads: Named<number>;
}

export interface TensorGraph {
  readonly name: string;
  readonly description: string;
  readonly inputs: Named<StoredTensor>;
  readonly ops: readonly {
    readonly name: string;
    readonly op: string;
    readonly args: readonly (string | number)[];
    readonly attrs?: { readonly labels: readonly number[] };
  }[];
  readonly out: string;
  readonly value: number;
  readonly values: Named<StoredTensor>;
  readonly grads: Named<StoredTensor>;
  readonly op_grads: Named<StoredTensor>;
}

/** What a kink, a tie or a saturation gives: in torch, and in truth where that differs. */
export interface EdgeConvention {
  readonly inputs: Named<number>;
  readonly value: number;
  readonly grads: Named<number>;
  readonly true_derivative?: number;
}

interface Golden {
  readonly lesson: {
    readonly add_4_5_10: { readonly inputs: readonly number[]; readonly value: number; readonly grads: readonly number[] };
    readonly mul_4_5_10: { readonly inputs: readonly number[]; readonly value: number; readonly grads: readonly number[] };
    readonly dot_2x2: Named<StoredTensor>;
    readonly linear: Named<StoredTensor>;
    readonly linear_sigmoid: Named<StoredTensor>;
    readonly mse: Named<StoredTensor>;
    readonly case1: GoldenCase;
    readonly case2: GoldenCase;
    readonly f_xplusy_z: { readonly inputs: Named<number>; readonly q: number; readonly f: number; readonly grads: Named<number> };
    readonly cs231n_neuron: { readonly inputs: Named<number>; readonly values: Named<number>; readonly grads: Named<number> };
    readonly gradient_descent: {
      readonly x0: number;
      readonly lr: number;
      readonly iterations: number;
      readonly result: number;
      readonly first_12: readonly number[];
    };
  };
  readonly training: {
    readonly prng: { readonly seed1_first5: readonly number[]; readonly seed2_first5: readonly number[] };
    readonly net_13_10_1: {
      readonly initial_weights: Named<StoredTensor>;
      readonly final_weights: Named<StoredTensor>;
      readonly batch_indices_first5: readonly (readonly number[])[];
      readonly batch_indices_last: readonly number[];
      readonly batch_index_sum: number;
      readonly batch_index_weighted_sum: number;
      readonly first5_step_losses: readonly number[];
      readonly epoch_loss: readonly number[];
    };
  };
  readonly scalar_graphs: {
    readonly graphs: readonly ScalarGraph[];
    readonly edge_conventions_of_torch: Named<EdgeConvention>;
  };
  readonly tensor_graphs: { readonly graphs: readonly TensorGraph[] };
}

/** The numbers that NumPy and torch computed, independently of this project. */
export const golden = JSON.parse(readFileSync('tests/golden/golden.json', 'utf8')) as Golden;

/** A stored tensor as one of ours. */
export function asTensor(stored: StoredTensor): Tensor {
  if (typeof stored === 'number') return { shape: [], data: Float64Array.of(stored) };
  return { shape: stored.shape, data: Float64Array.from(stored.data) };
}

/** A stored tensor as nested lists, as a graph holds it. */
export function asNested(stored: StoredTensor): NestedNumbers {
  if (typeof stored === 'number') return stored;
  const nest = (shape: readonly number[], data: readonly number[]): NestedNumbers => {
    const [length = 0, ...inner] = shape;
    if (inner.length === 0) return [...data];
    const width = data.length / length;
    return Array.from({ length }, (_, row) => nest(inner, data.slice(row * width, (row + 1) * width)));
  };
  return nest(stored.shape, stored.data);
}
