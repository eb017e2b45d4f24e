import type { Stage } from '../lesson';

/** The curve by itself. */
const curve: Stage = {
  kind: 'circuit',
  text: 's = sigmoid(x)',
  inputs: [{ name: 'x', value: 2, min: -10, max: 10 }],
};

/** Two neurons in a row with nothing between them: still one straight line. */
const straight: Stage = {
  kind: 'circuit',
  text: 'l1 = w1 * x + b1\nl2 = w2 * l1 + b2',
  inputs: [
    { name: 'x', value: 1, min: -5, max: 5 },
    { name: 'w1', value: 2, min: -5, max: 5 },
    { name: 'b1', value: 1, min: -5, max: 5 },
    { name: 'w2', value: 3, min: -5, max: 5 },
    { name: 'b2', value: -4, min: -5, max: 5 },
  ],
};

/** Linear, then sigmoid. The sum stands in for a cost, so that ones arrive from above. */
const layer: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'X', role: 'data', value: [[-1, -2], [-1, -2]] },
      { id: 'W', role: 'parameter', value: [[2, -3], [2, -3]] },
      { id: 'b', role: 'parameter', value: [-3, -5] },
      { id: 'l', op: 'linear', inputs: ['X', 'W', 'b'] },
      { id: 's', op: 'sigmoid', inputs: ['l'] },
      { id: 'C', op: 'sum', inputs: ['s'] },
    ],
    output: 'C',
  },
};

/** In the middle of the curve, where value and slope are plain fractions. */
const byHand: Stage = {
  kind: 'circuit',
  text: 's = sigmoid(x)\nC = 8 * s',
  inputs: [{ name: 'x', value: 0, min: -10, max: 10 }],
};

/** Far out, where the output is 1 to the last digit of a double, and its slope is not 0. */
const farOut: Stage = {
  kind: 'circuit',
  text: 's = sigmoid(x)',
  inputs: [{ name: 'x', value: 40, min: -50, max: 50 }],
};

/** What the lesson on the sigmoid runs on. */
export const STAGES = { curve, straight, layer, byHand, farOut } as const;
