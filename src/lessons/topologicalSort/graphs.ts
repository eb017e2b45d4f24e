import type { Graph } from '../../engine';

/** A diamond, from y by way of p and q to f: many orders are right, and just as many are wrong. */
export const diamond: Graph = {
  nodes: [
    { id: 'x', role: 'data', value: 2 },
    { id: 'y', role: 'data', value: 3 },
    { id: 'z', role: 'data', value: 4 },
    { id: 'p', op: 'add', inputs: ['x', 'y'] },
    { id: 'q', op: 'mul', inputs: ['y', 'z'] },
    { id: 'f', op: 'mul', inputs: ['p', 'q'] },
  ],
  output: 'f',
};

/** Three nodes that wait for one another. */
export const cycle: Graph = {
  nodes: [
    { id: 'x', role: 'data', value: 2 },
    { id: 'a', op: 'add', inputs: ['x', 'c'] },
    { id: 'b', op: 'mul', inputs: ['a', 'x'] },
    { id: 'c', op: 'add', inputs: ['b', 'x'] },
  ],
  output: 'c',
};
