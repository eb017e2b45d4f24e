import type { NestedNumbers } from '../../engine/tensor';
import type { GraphNode } from '../../engine/graph';
import type { Stage } from '../lesson';

interface FirstLayer {
  readonly W1: NestedNumbers;
  readonly b1: NestedNumbers;
}

/** Two examples with two features each, their targets, a linear layer of one unit, and a sigmoid. */
function firstLayer({ W1, b1 }: FirstLayer): readonly GraphNode[] {
  return [
    { id: 'X', role: 'data', value: [[-1, -2], [-1, -2]] },
    { id: 'W1', role: 'parameter', value: W1 },
    { id: 'b1', role: 'parameter', value: b1 },
    { id: 'y', role: 'data', value: [1, 2] },
    { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b1'] },
    { id: 's', op: 'sigmoid', inputs: ['l1'] },
  ];
}

/** Another linear layer on the sigmoid, and the cost. */
const SECOND_LAYER: readonly GraphNode[] = [
  { id: 'W2', role: 'parameter', value: [[2]] },
  { id: 'b2', role: 'parameter', value: [-3] },
  { id: 'l2', op: 'linear', inputs: ['s', 'W2', 'b2'] },
  { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
];

const CLOSED: FirstLayer = { W1: [[2], [3]], b1: [-3] };

/** One layer. Both of its outputs lie so far below 0 that the sigmoid hardly lets a gradient through. */
const oneLayer: Stage = {
  kind: 'graph',
  graph: { nodes: [...firstLayer(CLOSED), { id: 'C', op: 'mse', inputs: ['y', 's'] }], output: 'C' },
};

/** The same layer with another one on top. */
const twoLayers: Stage = { kind: 'graph', graph: { nodes: [...firstLayer(CLOSED), ...SECOND_LAYER], output: 'C' } };

/** Two layers whose sigmoid stands in the middle of its range, where every number can be found without a calculator. */
const openGate: Stage = {
  kind: 'graph',
  graph: { nodes: [...firstLayer({ W1: [[2], [-1]], b1: [0] }), ...SECOND_LAYER], output: 'C' },
};

/** What the lesson on backpropagation runs on. */
export const STAGES = { oneLayer, twoLayers, openGate } as const;
