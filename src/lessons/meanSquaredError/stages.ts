import type { Stage } from '../lesson';

/** Three targets and three predictions, all of them too high. */
const errors: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'y', role: 'data', value: [1, 2, 3] },
      { id: 'a', role: 'data', value: [4.5, 5, 10] },
      { id: 'C', op: 'mse', inputs: ['y', 'a'] },
    ],
    output: 'C',
  },
};

/** One target, one prediction: the parabola that every error lies on. */
const single: Stage = {
  kind: 'circuit',
  text: 'C = (y - a)^2',
  inputs: [
    { name: 'y', value: 2, min: -5, max: 5 },
    { name: 'a', value: 3.5, min: -5, max: 5 },
  ],
};

/** Four pairs whose squares are easy, with errors of both signs, such that no two usual mistakes lead to the same wrong answer. */
const byHand: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'y', role: 'data', value: [7, 1, 4, 5] },
      { id: 'a', role: 'data', value: [2, 2, 1, 2] },
      { id: 'C', op: 'mse', inputs: ['y', 'a'] },
    ],
    output: 'C',
  },
};

/** Targets in a vector, predictions in a column, as a layer with one neuron gives them. */
const column: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'y', role: 'data', value: [1, 2, 3] },
      { id: 'a', role: 'data', value: [[4.5], [5], [10]] },
      { id: 'C', op: 'mse', inputs: ['y', 'a'] },
    ],
    output: 'C',
  },
};

/** The same numbers, subtracted by an operation that stretches both to a table. The output’s shape is not written on it. */
const table: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'y', role: 'data', value: [1, 2, 3] },
      { id: 'a', role: 'data', value: [[4.5], [5], [10]] },
      { id: 'd', op: 'sub', inputs: ['y', 'a'] },
    ],
    output: 'd',
  },
};

/** The table squared and averaged: a cost of every target against every prediction. */
const stretched: Stage = {
  kind: 'graph',
  graph: {
    nodes: [
      { id: 'y', role: 'data', value: [1, 2, 3] },
      { id: 'a', role: 'data', value: [[4.5], [5], [10]] },
      { id: 'd', op: 'sub', inputs: ['y', 'a'] },
      { id: 'q', op: 'mul', inputs: ['d', 'd'] },
      { id: 'C', op: 'mean', inputs: ['q'] },
    ],
    output: 'C',
  },
};

/** What the lesson on the mean squared error runs on. */
export const STAGES = { errors, single, byHand, column, table, stretched } as const;
