import type { Stage } from '../lesson';

/** One neuron with two inputs; its numbers are the first row of X and the first column of W below. */
const neuron: Stage = {
  kind: 'circuit',
  text: 'y = x1 * w1 + x2 * w2 + b',
  inputs: [
    { name: 'x1', value: 1, min: -10, max: 10 },
    { name: 'w1', value: 5, min: -10, max: 10 },
    { name: 'x2', value: 2, min: -10, max: 10 },
    { name: 'w2', value: 7, min: -10, max: 10 },
    { name: 'b', value: -1, min: -30, max: 10 },
  ],
};

/** The product alone, without a bias. */
const product: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'X', role: 'data', value: [[1, 2], [3, 4]] },
      { id: 'W', role: 'parameter', value: [[5, 6], [7, 8]] },
      { id: 'P', op: 'matmul', inputs: ['X', 'W'] },
    ],
    output: 'P',
  },
};

/** The same product in a layer, with a bias. The sum of its output stands in for a cost, so that ones arrive from above. */
const layer: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'X', role: 'data', value: [[1, 2], [3, 4]] },
      { id: 'W', role: 'parameter', value: [[5, 6], [7, 8]] },
      { id: 'b', role: 'parameter', value: [-1, -1] },
      { id: 'l', op: 'linear', inputs: ['X', 'W', 'b'] },
      { id: 'C', op: 'sum', inputs: ['l'] },
    ],
    output: 'C',
  },
};

/** Small numbers to calculate with by hand, such that no two usual mistakes lead to the same wrong answer. */
const byHand: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'X', role: 'data', value: [[4, 3], [2, 4]] },
      { id: 'W', role: 'parameter', value: [[-2, -1], [5, 5]] },
      { id: 'b', role: 'parameter', value: [-1, 2] },
      { id: 'l', op: 'linear', inputs: ['X', 'W', 'b'] },
      { id: 'C', op: 'sum', inputs: ['l'] },
    ],
    output: 'C',
  },
};

/** Three lengths that are all different: four examples, three features, two neurons. The output’s shape is not written on it. */
const shapes: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'X', role: 'data', value: [[1, 0, 2], [0, 3, 1], [2, 2, 0], [1, 1, 1]] },
      { id: 'W', role: 'parameter', value: [[1, -1], [2, 0], [-1, 3]] },
      { id: 'b', role: 'parameter', value: [0.5, -0.5] },
      { id: 'l', op: 'linear', inputs: ['X', 'W', 'b'] },
    ],
    output: 'l',
  },
};

/** What the lesson on the linear node runs on. */
export const STAGES = { neuron, product, layer, byHand, shapes } as const;
