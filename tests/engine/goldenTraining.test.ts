import { describe, expect, test } from 'vitest';
import { Random, Trainer, type Recording } from '../../src/engine';
import { bostonTables, goldenNetwork } from './boston';
import { expectClose, relativeDifference } from './closeness';
import { asTensor, golden } from './golden';

const { prng, net_13_10_1: net } = golden.training;
const EPOCHS = net.epoch_loss.length;
const STEPS = 46;

describe('Random', () => {
  test.each([
    [1, prng.seed1_first5],
    [2, prng.seed2_first5],
  ])('with seed %i begins as mulberry32 does everywhere', (seed, first5) => {
    const random = new Random(seed);
    expect(first5.map(() => random.next())).toEqual(first5);
  });
});

describe('Trainer on Boston housing, started from the stored weights', () => {
  const trainer = newTrainer();
  const stepLosses: number[] = [];
  const epochLosses: number[] = [];
  const batches: Int32Array[] = [];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let sum = 0;
    for (let step = 0; step < STEPS; step++) {
      const loss = trainer.step();
      sum += loss;
      stepLosses.push(loss);
      batches.push(trainer.batch);
    }
    epochLosses.push(sum / STEPS);
  }

  test('takes 46 steps an epoch, 20 epochs long', () => {
    expect(trainer.stepsPerEpoch).toBe(STEPS);
    expect(EPOCHS).toBe(20);
    expect(trainer.steps).toBe(920);
  });

  test('draws the very batches of the golden run', () => {
    expect(batches.slice(0, 5).map((rows) => [...rows])).toEqual(net.batch_indices_first5);
    expect([...(batches.at(-1) ?? [])]).toEqual(net.batch_indices_last);
    const all = batches.flatMap((rows) => [...rows]);
    expect(all.reduce((sum, index) => sum + index, 0)).toBe(net.batch_index_sum);
    // The golden file weighs each draw by its place, counted modulo 1000 and from 1.
    expect(all.reduce((sum, index, place) => sum + index * ((place % 1000) + 1), 0)).toBe(net.batch_index_weighted_sum);
  });

  test('has the losses of the first five steps', () => {
    net.first5_step_losses.forEach((loss, step) => {
      expect(relativeDifference(stepLosses[step] ?? NaN, loss), `step ${step + 1}`).toBeLessThanOrEqual(1e-9);
    });
  });

  test('has the loss of every epoch, the mean of its steps', () => {
    net.epoch_loss.forEach((loss, epoch) => {
      expect(relativeDifference(epochLosses[epoch] ?? NaN, loss), `epoch ${epoch + 1}`).toBeLessThanOrEqual(1e-9);
    });
  });

  test('ends with the weights of the golden run', () => {
    for (const [id, weights] of Object.entries(net.final_weights)) {
      const actual = trainer.value(id).data;
      asTensor(weights).data.forEach((weight, cell) => {
        expect(relativeDifference(actual[cell] ?? NaN, weight), `${id}[${cell}]`).toBeLessThanOrEqual(1e-9);
      });
    }
  });

  test('recordStep goes through the same 46 steps of the first epoch', () => {
    const recorded = newTrainer();
    for (let step = 0; step < STEPS; step++) expect(costOf(recorded.recordStep())).toBe(stepLosses[step]);
    const plain = newTrainer();
    for (let step = 0; step < STEPS; step++) plain.step();
    for (const id of ['W1', 'b1', 'W2', 'b2']) expectClose(recorded.value(id), plain.value(id), 0, id);
  });
});

function newTrainer(): Trainer {
  return new Trainer({ graph: goldenNetwork(), data: bostonTables, batchSize: 11, learningRate: 0.01, seed: 2 });
}

function costOf({ steps }: Recording): number | undefined {
  const step = steps.find((candidate) => candidate.kind === 'compute' && candidate.node === 'C');
  return step?.kind === 'compute' ? step.value.data[0] : undefined;
}
