import { Trainer, type Graph } from '../../src/engine';
import { cpuSeconds, LAST, type Contestant } from './contest';
import { BATCH_SEED, type Job } from './job';

/** The engine of this project, by the trainer that the page uses. */
export function ours(job: Job): Contestant {
  const { rows, sizes, batchSize, learningRate } = job;
  const [features, , outputs] = sizes;
  const graph = graphOf(job);
  const data = { X: { shape: [rows, features], data: job.features }, y: { shape: [rows, outputs], data: job.target } };
  return {
    name: 'MiniFlow',
    run: (steps) => {
      const trainer = new Trainer({ graph, data, batchSize, learningRate, seed: BATCH_SEED });
      let loss = 0;
      const seconds = cpuSeconds(() => {
        for (let step = 0; step < steps; step++) {
          const one = trainer.step();
          if (step >= steps - LAST) loss += one;
        }
      });
      return Promise.resolve({ seconds, loss: loss / Math.min(steps, LAST) });
    },
    close: () => undefined,
  };
}

/** The network of a job: linear, sigmoid, linear, mean squared error. */
export function graphOf({ sizes: [features, hidden, outputs], batchSize, W1, W2 }: Job): Graph {
  return {
    nodes: [
      { id: 'X', role: 'data', shape: [batchSize, features] },
      { id: 'y', role: 'data', shape: [batchSize, outputs] },
      { id: 'W1', role: 'parameter', value: nested(W1, hidden) },
      { id: 'b1', role: 'parameter', value: new Array<number>(hidden).fill(0) },
      { id: 'W2', role: 'parameter', value: nested(W2, outputs) },
      { id: 'b2', role: 'parameter', value: new Array<number>(outputs).fill(0) },
      { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b1'] },
      { id: 's', op: 'sigmoid', inputs: ['l1'] },
      { id: 'l2', op: 'linear', inputs: ['s', 'W2', 'b2'] },
      { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
    ],
    output: 'C',
  };
}

function nested(data: Float64Array, columns: number): number[][] {
  return Array.from({ length: data.length / columns }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)]);
}
