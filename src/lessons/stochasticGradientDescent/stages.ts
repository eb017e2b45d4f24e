import type { Stage } from '../lesson';

/**
 * The network on a scale at which every cell can be read: three examples with two features, two hidden units. One step at
 * this rate moves the second weights by about a third of their size.
 */
const small: Stage = {
  kind: 'graph',
  learningRate: 0.1,
  graph: {
    nodes: [
      { id: 'X', role: 'data', value: [[1, -1], [0, 2], [-1, 1]] },
      { id: 'y', role: 'data', value: [[3], [1], [2]] },
      { id: 'W1', role: 'parameter', value: [[1, -0.5], [0.5, 1]] },
      { id: 'b1', role: 'parameter', value: [0, 0] },
      { id: 'W2', role: 'parameter', value: [[1], [-1]] },
      { id: 'b2', role: 'parameter', value: [0] },
      { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b1'] },
      { id: 's', op: 'sigmoid', inputs: ['l1'] },
      { id: 'l2', op: 'linear', inputs: ['s', 'W2', 'b2'] },
      { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
    ],
    output: 'C',
  },
};

/** What the lesson on stochastic gradient descent runs on. */
export const STAGES = { network: { kind: 'network' }, small } as const satisfies Readonly<Record<string, Stage>>;
