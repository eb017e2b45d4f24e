import { describe, expect, test } from 'vitest';
import { compile, record, type Graph, type Recording } from '../../../src/engine';
import type { Mistake } from '../../../src/lessons/lesson';
import { brokenPass } from '../../../src/study/broken/brokenPass';
import { hiddenMistake, mysteries } from '../../../src/study/broken/mysteries';
import { recorded, scalars } from '../../engine/scalarGraphs';
import { case2, network } from './recordings';

function whyNot(recording: Recording, mistake: Mistake): string {
  const { effect } = brokenPass(recording, mistake);
  return effect.kind === 'none' ? effect.why : `wrong: ${[...effect.nodes].join(' ')}`;
}

const CHAIN = ['x = -2', 'y = 5', 'z = -4', 'q = add(x, y)', 'f = mul(q, z)'];

describe('a broken pass that makes no difference says why', () => {
  test('where nothing is overwritten', () => {
    expect(whyNot(recorded(scalars(...CHAIN)), 'overwritten')).toBe('No node of this graph is read twice, so there is nothing to overwrite.');
    const constant = scalars('x = 3', 'a = add(x, 2)', 'f = mul(a, 2)');
    expect(whyNot(recorded(constant), 'overwritten')).toBe('No node of this graph receives a gradient over more than one edge, so there is nothing to overwrite.');
  });

  test('where nothing is transposed, or only rows and columns', () => {
    expect(whyNot(recorded(scalars(...CHAIN)), 'not transposed')).toBe(
      'No gradient of this graph passes through a matrix product, so there is nothing to transpose.',
    );
    const row: Graph = {
      nodes: [
        { id: 'a', role: 'parameter', value: [[1, 2, 3]] },
        { id: 'b', role: 'parameter', value: [[1], [2], [3]] },
        { id: 'p', op: 'matmul', inputs: ['a', 'b'] },
        { id: 'f', op: 'sum', inputs: ['p'] },
      ],
      output: 'f',
    };
    expect(whyNot(record(compile(row)), 'not transposed')).toBe(
      'Whatever has to be transposed here is a single row or a single column: its numbers lie in the same order either way.',
    );
  });

  test('where no gradient is left over', () => {
    expect(whyNot(recorded(scalars('x = -2', 'f = relu(x)')), 'not reset')).toBe(
      'The gradients of all leaves are 0, so that nothing is left over from the step before.',
    );
  });

  test('where nothing is trained, or by too little', () => {
    expect(whyNot(recorded(scalars(...CHAIN)), 'updated too early')).toBe('Nothing in this graph is trained, so nothing moves too early.');
    expect(whyNot(network(1e-9), 'updated too early')).toBe(
      'At the learning rate 1e−9 no gradient that is computed after a parameter has moved changes by enough for a gradient check to see it.',
    );
  });

  test('where there is no mean, or one of a single number', () => {
    expect(whyNot(recorded(scalars(...CHAIN)), 'not divided')).toBe('Nothing in this graph is a mean, so there is no division to forget.');
    expect(whyNot(recorded(scalars('y = 1', 'a = 3', 'f = mse(y, a)')), 'not divided')).toBe(
      'The mean is taken of a single number: it makes no difference whether one divides by 1.',
    );
  });

  test('where there is no sigmoid', () => {
    expect(whyNot(recorded(scalars(...CHAIN)), 'slope of the input')).toBe('No gradient of this graph passes through a sigmoid.');
  });

  test('where the numbers happen to be the same either way', () => {
    // A symmetric matrix is its own transpose.
    const symmetric: Graph = {
      nodes: [
        { id: 'a', role: 'parameter', value: [[1, 2], [2, 1]] },
        { id: 'p', op: 'matmul', inputs: ['a', 'a'] },
        { id: 'f', op: 'sum', inputs: ['p'] },
      ],
      output: 'f',
    };
    expect(whyNot(record(compile(symmetric)), 'not transposed')).toBe('With the numbers of this iteration every gradient comes out the same.');
  });

  test('where nothing is finite', () => {
    expect(whyNot(recorded(scalars('x = 0', 'f = log(x)')), 'not reset')).toBe(
      'Some of the right gradients are not finite numbers, so that there is nothing to compare with.',
    );
  });
});

describe('mysteries', () => {
  test('are the mistakes that make a difference', () => {
    expect(mysteries(recorded(scalars(...CHAIN)))).toEqual(['not reset']);
    expect(mysteries(network(0.1))).toEqual(['not transposed', 'not reset', 'updated too early', 'not divided', 'slope of the input']);
    // The two examples are equal, and W2 is a single number: only X, 2 × 2, has another order.
    expect(mysteries(case2())).toContain('not divided');
  });
});

describe('hiddenMistake', () => {
  test('comes from the seed alone, reaches every mystery, and is another than the last', () => {
    const recording = network(0.1);
    expect(hiddenMistake(recording, 7)).toBe(hiddenMistake(recording, 7));
    const seeds = Array.from({ length: 200 }, (_, seed) => seed);
    expect(new Set(seeds.map((seed) => hiddenMistake(recording, seed)))).toEqual(new Set(mysteries(recording)));
    for (const seed of seeds) expect(hiddenMistake(recording, seed, 'not reset')).not.toBe('not reset');
  });

  test('stays the same where there is no other, and is none where there is none', () => {
    expect(hiddenMistake(recorded(scalars(...CHAIN)), 1, 'not reset')).toBe('not reset');
    expect(hiddenMistake(recorded(scalars('x = -2', 'f = relu(x)')), 1)).toBeUndefined();
  });
});
