import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { cpuSeconds, LAST, type Contestant } from './contest';
import { BATCHES, type Job } from './job';

/**
 * TensorFlow.js, as its tutorials write a training loop: variables, an optimizer that minimises a cost, a tensor a
 * batch. In single precision: there is no other.
 */
export async function tensorflow(backend: 'cpu' | 'wasm', job: Job): Promise<Contestant> {
  if (backend === 'wasm') setWasmPaths(`${path.resolve('node_modules/@tensorflow/tfjs-backend-wasm/dist')}/`);
  await use(backend);
  const { sizes, batchSize, rows } = job;
  const [features, hidden, outputs] = sizes;
  const X = tf.tensor2d(Float32Array.from(job.features), [rows, features]);
  const y = tf.tensor2d(Float32Array.from(job.target), [rows, outputs]);
  const W1 = tf.variable(tf.tensor2d(Float32Array.from(job.W1), [features, hidden]));
  const W2 = tf.variable(tf.tensor2d(Float32Array.from(job.W2), [hidden, outputs]));
  const b1 = tf.variable(tf.zeros([hidden]));
  const b2 = tf.variable(tf.zeros([outputs]));
  const initial = [W1, W2, b1, b2].map((variable) => [variable, variable.clone()] as const);
  const optimizer = tf.train.sgd(job.learningRate);

  const step = (number: number, listed: boolean): number => {
    const start = (number % BATCHES) * batchSize;
    const drawn = listed ? job.batches.subarray(start, start + batchSize) : Int32Array.from({ length: batchSize }, () => Math.random() * rows);
    return tf.tidy(() => {
      const rowsOfBatch = tf.tensor1d(drawn, 'int32');
      const [xs, ys] = [tf.gather(X, rowsOfBatch), tf.gather(y, rowsOfBatch)];
      const cost = optimizer.minimize(() => {
        const predicted = xs.matMul(W1).add(b1).sigmoid().matMul(W2).add(b2);
        return predicted.sub(ys).square().mean();
      }, true);
      return cost?.dataSync()[0] ?? NaN;
    });
  };
  return {
    name: `TensorFlow.js, ${backend}`,
    run: async (steps, listed) => {
      await use(backend);
      for (const [variable, value] of initial) variable.assign(value);
      let loss = 0;
      const seconds = cpuSeconds(() => {
        for (let number = 0; number < steps; number++) {
          const one = step(number, listed);
          if (number >= steps - LAST) loss += one;
        }
      });
      return { seconds, loss: loss / Math.min(steps, LAST) };
    },
    close: () => {
      tf.dispose([X, y, initial.flat()]);
    },
  };
}

async function use(backend: string): Promise<void> {
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js cannot use its backend ${backend} here`);
  await tf.ready();
}
