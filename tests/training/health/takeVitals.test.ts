import { describe, expect, it } from 'vitest';
import { compile, Random, type Graph } from '../../../src/engine';
import { buildNetwork } from '../../../src/lessons/network';
import { VitalsTaker } from '../../../src/training/health/takeVitals';
import type { Vitals } from '../../../src/training/health/vitals';

/** Two layers with a relu and a tanh, that no lesson has; `lost` leads nowhere. */
const DEEP: Graph = {
  nodes: [
    { id: 'x', role: 'data', value: [[1, -2], [3, 0], [0, 1]] },
    { id: 'A', role: 'parameter', value: [[2, -1, 4], [0, -1, 8]] },
    { id: 'a', role: 'parameter', value: [0, 0, -20] },
    { id: 'B', role: 'parameter', value: [[3], [1], [1]] },
    { id: 'b', role: 'parameter', value: [1] },
    { id: 'lost', role: 'parameter', value: [7] },
    { id: 'p', op: 'linear', inputs: ['x', 'A', 'a'] },
    { id: 'r', op: 'relu', inputs: ['p'] },
    { id: 'q', op: 'linear', inputs: ['r', 'B', 'b'] },
    { id: 't', op: 'tanh', inputs: ['q'] },
    { id: 'c', op: 'sum', inputs: ['t'] },
  ],
  output: 'c',
};

function vitalsOf(graph: Graph, step = 1): Vitals {
  const program = compile(graph);
  program.forward();
  program.backward();
  return new VitalsTaker(graph).take(program, step);
}

describe('VitalsTaker.take', () => {
  it('gives the norms of values whose squares are beyond all doubles', () => {
    const graph: Graph = { nodes: [{ id: 'x', role: 'parameter', value: [3e200, 4e200] }, { id: 'c', op: 'sum', inputs: ['x'] }], output: 'c' };
    expect((vitalsOf(graph).parameters[0]?.value ?? NaN) / 5e200).toBeCloseTo(1, 14);
  });

  it('says at which step it was', () => {
    expect(vitalsOf(DEEP, 46).step).toBe(46);
  });

  it('lists the parameters that the output depends on, those farthest from it first', () => {
    // A → p → r → q → t → c are five operations, B → q → t → c three.
    const depths = vitalsOf(DEEP).parameters.map(({ id, depth, cells }) => [id, depth, cells]);
    expect(depths).toEqual([['A', 5, 6], ['a', 5, 3], ['B', 3, 3], ['b', 3, 1]]);
  });

  it('finds the columns of a relu that are 0 in every row', () => {
    // p is [2, 1, −32], [6, −3, −8], [0, −1, −12]: unit 2 is never above 0, and the others are once.
    expect(vitalsOf(DEEP).dead).toEqual([{ id: 'r', share: 1 / 3, units: [2] }]);
  });

  it('counts the share of what a tanh reads beyond ±4', () => {
    // q is 3 · 2 + 1 + 1 = 8, 3 · 6 + 1 = 19, 1.
    expect(vitalsOf(DEEP).saturated).toEqual([{ id: 't', share: 2 / 3 }]);
  });

  it('does not count 4 itself', () => {
    const graph: Graph = { nodes: [{ id: 'x', role: 'parameter', value: [4, -4, 4.01, -4.01] }, { id: 's', op: 'sigmoid', inputs: ['x'] }, { id: 'c', op: 'sum', inputs: ['s'] }], output: 'c' };
    expect(vitalsOf(graph).saturated).toEqual([{ id: 's', share: 0.5 }]);
  });

  it('takes a single number for one unit', () => {
    const graph: Graph = { nodes: [{ id: 'x', role: 'parameter', value: -1 }, { id: 'r', op: 'relu', inputs: ['x'] }], output: 'r' };
    expect(vitalsOf(graph).dead).toEqual([{ id: 'r', share: 1, units: [0] }]);
  });

  it('does not take NaN for dead', () => {
    const graph: Graph = {
      nodes: [{ id: 'x', role: 'parameter', value: -1 }, { id: 'l', op: 'log', inputs: ['x'] }, { id: 'r', op: 'relu', inputs: ['l'] }],
      output: 'r',
    };
    expect(vitalsOf(graph).dead).toEqual([{ id: 'r', share: 0, units: [] }]);
  });

  it('gives the norms that the definition gives, on the network of the lesson', () => {
    const graph = buildNetwork({ features: 13, hidden: 7, batchSize: 5, seed: 3 });
    const program = compile(graph);
    const random = new Random(1);
    const normals = (rows: number, columns: number): number[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
    program.feed('X', normals(5, 13));
    program.feed('y', normals(5, 1));
    program.forward();
    program.backward();
    const { parameters } = new VitalsTaker(graph).take(program, 1);
    expect(parameters.map(({ id }) => id)).toEqual(['W1', 'b1', 'W2', 'b2']);
    for (const { id, gradient, value } of parameters) {
      expect(gradient).toBeCloseTo(Math.hypot(...program.gradient(id).data), 10);
      expect(value).toBeCloseTo(Math.hypot(...program.value(id).data), 10);
    }
  });
});
