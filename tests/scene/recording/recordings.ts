import { compile, Random, record, type Graph, type Recording } from '../../../src/engine';
import { buildNetwork } from '../../../src/lessons/network';

/** One iteration of the lesson's network on random data: 4 examples, 3 features, 2 hidden units. */
export function networkRecording(gradients: 'all' | 'parameters' = 'parameters'): Recording {
  const program = compile(buildNetwork({ features: 3, hidden: 2, batchSize: 4, seed: 1 }), { gradients });
  const random = new Random(2);
  program.feed('X', Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => random.normal())));
  program.feed('y', Array.from({ length: 4 }, () => [random.normal()]));
  return record(program, { learningRate: 0.01 });
}

/** f = relu(q · q) · z with q = x + y + x: x and q are read twice, z is data, k is never read. */
export const SQUARE: Graph = {
  nodes: [
    { id: 'x', role: 'parameter', value: -2 },
    { id: 'y', role: 'parameter', value: 5 },
    { id: 'z', role: 'data', value: -4 },
    { id: 'k', role: 'parameter', value: 1 },
    { id: 'q', op: 'add', inputs: ['x', 'y', 'x'] },
    { id: 'square', op: 'mul', inputs: ['q', 'q'] },
    { id: 'r', op: 'relu', inputs: ['square'] },
    { id: 'f', op: 'mul', inputs: ['r', 'z'] },
  ],
  output: 'f',
};

/** One pass over `SQUARE`, without an update. */
export function squareRecording(): Recording {
  return record(compile(SQUARE, { gradients: 'parameters' }));
}
