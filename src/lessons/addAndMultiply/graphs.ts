import type { Graph, GraphNode } from '../../engine';

const leaves: readonly GraphNode[] = [
  { id: 'x', role: 'data', value: 4 },
  { id: 'y', role: 'data', value: 5 },
  { id: 'z', role: 'data', value: 10 },
];

/** 4 + 5 + 10. */
export const sum: Graph = { nodes: [...leaves, { id: 'f', op: 'add', inputs: ['x', 'y', 'z'] }], output: 'f' };

/** 4 × 5 × 10. */
export const product: Graph = { nodes: [...leaves, { id: 'f', op: 'mul', inputs: ['x', 'y', 'z'] }], output: 'f' };

/** Other numbers, to be worked out by hand: a product, to which one of its factors is added. */
export const both: Graph = {
  nodes: [
    { id: 'a', role: 'data', value: 3 },
    { id: 'b', role: 'data', value: -2 },
    { id: 'c', role: 'data', value: 7 },
    { id: 'g', op: 'mul', inputs: ['a', 'b', 'c'] },
    { id: 'h', op: 'add', inputs: ['g', 'c'] },
  ],
  output: 'h',
};
