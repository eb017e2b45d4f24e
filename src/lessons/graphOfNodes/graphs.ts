import type { Graph } from '../../engine';

/** What an order costs. */
export const order: Graph = {
  nodes: [
    { id: 'amount', role: 'data', value: 4 },
    { id: 'price', role: 'parameter', value: 3 },
    { id: 'postage', role: 'data', value: 5 },
    { id: 'goods', op: 'mul', inputs: ['price', 'amount'] },
    { id: 'total', op: 'add', inputs: ['goods', 'postage'] },
  ],
  output: 'total',
};

/** The same with the postage as a constant, which stands in the operation that reads it. */
export const fixedPostage: Graph = {
  nodes: [
    { id: 'amount', role: 'data', value: 4 },
    { id: 'price', role: 'parameter', value: 3 },
    { id: '5', role: 'constant', value: 5 },
    { id: 'goods', op: 'mul', inputs: ['price', 'amount'] },
    { id: 'total', op: 'add', inputs: ['goods', '5'] },
  ],
  output: 'total',
};

/** A box with a square floor: a node that is read twice by the same reader. A share of its gradient is not its value by chance. */
export const box: Graph = {
  nodes: [
    { id: 'side', role: 'parameter', value: 3 },
    { id: 'height', role: 'data', value: 5 },
    { id: 'volume', op: 'mul', inputs: ['side', 'side', 'height'] },
  ],
  output: 'volume',
};

/** Two orders of three goods each: nodes that hold tables. */
export const orders: Graph = {
  nodes: [
    { id: 'amounts', role: 'data', value: [[4, 0, 1], [2, 5, 3]] },
    { id: 'prices', role: 'parameter', value: [[3], [2], [7]] },
    { id: 'totals', op: 'matmul', inputs: ['amounts', 'prices'] },
    { id: 'takings', op: 'sum', inputs: ['totals'] },
  ],
  output: 'takings',
};
