import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_ORDERS, norm, Trainer, type BatchOrder, type TrainerState } from '../../src/engine';
import { buildNetwork } from '../../src/lessons/network';

const ROWS = 9;
const table = (columns: number, seed: number): { shape: [number, number]; data: Float64Array } => ({
  shape: [ROWS, columns],
  data: Float64Array.from({ length: ROWS * columns }, (_, place) => Math.sin(seed + 1.7 * place)),
});

function trainerWith(order: BatchOrder): Trainer {
  return new Trainer({
    graph: buildNetwork({ features: 2, hidden: 3, batchSize: 4, seed: 5 }),
    data: { X: table(2, 1), y: table(1, 2) },
    batchSize: 4,
    learningRate: 0.1,
    seed: 6,
    order,
  });
}

const steps = (trainer: Trainer, count: number): number[] => Array.from({ length: count }, () => trainer.step());

describe('restore', () => {
  test('goes on from where the state was taken, to the last bit, in any order of the data', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BATCH_ORDERS), fc.nat({ max: 12 }), fc.nat({ max: 12 }), (order, before, between) => {
        const trainer = trainerWith(order);
        steps(trainer, before);
        const { state } = trainer;
        const expected = steps(trainer, 10);
        steps(trainer, between);
        trainer.restore(state);
        expect(trainer.steps).toBe(before);
        expect(steps(trainer, 10)).toEqual(expected);
        const fresh = trainerWith(order);
        fresh.restore(state);
        expect(steps(fresh, 10)).toEqual(expected);
      }),
    );
  });

  test('forgets a divergence', () => {
    const trainer = trainerWith('resampled');
    const { state } = trainer;
    trainer.learningRate = 1e200;
    steps(trainer, 20);
    expect(trainer.divergence).toBeDefined();
    trainer.restore(state);
    trainer.learningRate = 0.1;
    expect(trainer.divergence).toBeUndefined();
    expect(steps(trainer, 5)).toEqual(steps(trainerWith('resampled'), 5));
  });

  test('is not disturbed by what happens to the trainer that the state was taken of', () => {
    const trainer = trainerWith('shuffled');
    const { state } = trainer;
    const copy: TrainerState = structuredClone(state);
    steps(trainer, 7);
    expect(state).toEqual(copy);
  });
});

describe('order', () => {
  test('in order takes the rows as they stand', () => {
    const trainer = trainerWith('in order');
    const batches = Array.from({ length: 3 }, () => {
      trainer.step();
      return [...trainer.batch];
    });
    expect(batches).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [0, 1, 2, 3]]);
  });

  test('changed between steps takes effect with the next, and looking ahead changes nothing', () => {
    const [looked, other] = [trainerWith('shuffled'), trainerWith('shuffled')];
    for (const trainer of [looked, other]) {
      steps(trainer, 3);
      trainer.order = 'in order';
    }
    const preview = looked.previewStep();
    expect(looked.recordStep()).toEqual(preview);
    other.step();
    expect([...looked.batch]).toEqual([0, 1, 2, 3]);
    for (const trainer of [looked, other]) trainer.order = 'shuffled';
    expect(steps(looked, 5)).toEqual(steps(other, 5));
  });
});

describe('gradientNorm', () => {
  test('is the norm of all gradients of the step', () => {
    const trainer = trainerWith('resampled');
    const recording = trainer.recordStep();
    const squares = recording.steps.flatMap((step) => (step.kind === 'update' ? [...step.gradient.data] : [])).map((x) => x * x);
    const expected = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
    expect(Math.abs(trainer.gradientNorm - expected)).toBeLessThanOrEqual(1e-15 * expected);
  });

  test('of any numbers is what hypot says', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { maxLength: 30 }), (numbers) => {
        const expected = Math.hypot(...numbers);
        expect(Math.abs(norm(Float64Array.from(numbers)) - expected)).toBeLessThanOrEqual(1e-14 * expected);
      }),
    );
  });
});

describe('evaluator', () => {
  test('of other tables runs over these, with the present parameters', () => {
    const trainer = trainerWith('resampled');
    steps(trainer, 4);
    const rows = { X: { shape: [2, 2], data: Float64Array.of(0.3, -1, 2, 0.5) }, y: { shape: [2, 1], data: Float64Array.of(1, 2) } };
    const { data } = trainer.evaluator(rows).run('l2');
    const [W1, b1, W2, b2] = ['W1', 'b1', 'W2', 'b2'].map((id) => trainer.value(id).data);
    if (W1 === undefined || b1 === undefined || W2 === undefined || b2 === undefined) throw new Error('there are four parameters');
    const expected = [[0.3, -1], [2, 0.5]].map(([x0 = 0, x1 = 0]) =>
      [...b1.keys()].reduce((sum, unit) => {
        const l1 = x0 * (W1[unit] ?? 0) + x1 * (W1[3 + unit] ?? 0) + (b1[unit] ?? 0);
        return sum + (W2[unit] ?? 0) / (1 + Math.exp(-l1));
      }, b2[0] ?? 0),
    );
    expected.forEach((price, row) => expect(data[row]).toBeCloseTo(price, 13));
  });
});
