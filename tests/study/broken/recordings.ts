import { compile, Random, record, type Recording } from '../../../src/engine';
import { buildNetwork } from '../../../src/lessons/network';
import { asNested, golden } from '../../engine/golden';

/** A network of 5 examples, 3 features and 2 hidden units on random data; everything has a gradient. */
export function network(learningRate?: number): Recording {
  const program = compile(buildNetwork({ features: 3, hidden: 2, batchSize: 5, seed: 1 }));
  const random = new Random(3);
  program.feed('X', Array.from({ length: 5 }, () => Array.from({ length: 3 }, () => random.normal())));
  program.feed('y', Array.from({ length: 5 }, () => [random.normal()]));
  return record(program, learningRate === undefined ? {} : { learningRate });
}

/** The lesson's network with two layers, on the golden numbers. */
export function case2(learningRate?: number): Recording {
  const { X, W1, b, y, W2 = 0, b2 = 0 } = golden.lesson.case2;
  const program = compile({
    nodes: [
      { id: 'X', role: 'data', value: asNested(X) },
      { id: 'W1', role: 'parameter', value: asNested(W1) },
      { id: 'b', role: 'parameter', value: asNested(b) },
      { id: 'y', role: 'data', value: asNested(y) },
      { id: 'W2', role: 'parameter', value: asNested(W2) },
      { id: 'b2', role: 'parameter', value: asNested(b2) },
      { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b'] },
      { id: 'sigmoid', op: 'sigmoid', inputs: ['l1'] },
      { id: 'l2', op: 'linear', inputs: ['sigmoid', 'W2', 'b2'] },
      { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
    ],
    output: 'C',
  });
  return record(program, learningRate === undefined ? {} : { learningRate });
}
