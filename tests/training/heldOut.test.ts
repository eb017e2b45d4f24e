import { describe, expect, test } from 'vitest';
import { splitRows } from '../../src/datasets/split';
import { Trainer } from '../../src/engine';
import { buildNetwork } from '../../src/lessons/network';
import { Session } from '../../src/training/session';
import { bostonData, FLAT_OUT, LESSON_PLAN, openRequest } from './bostonRun';
import { FakeHost } from './fakeHost';

const { features, target } = bostonData;
const { train, test: heldOut } = splitRows(506, 0.2, 1);

/** The features of some rows, scaled by hand: by mean and deviation of the rows that are trained on. */
function scaledRows(rows: Int32Array): Float64Array {
  const columns = Array.from({ length: 13 }, (_, column) => {
    const cells = Array.from(train, (row) => features[row * 13 + column] ?? NaN);
    const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
    return [mean, Math.sqrt(cells.reduce((sum, cell) => sum + (cell - mean) ** 2, 0) / cells.length)] as const;
  });
  return Float64Array.from({ length: rows.length * 13 }, (_, place) => {
    const [mean, deviation] = columns[place % 13] ?? [NaN, NaN];
    return ((features[(rows[Math.floor(place / 13)] ?? NaN) * 13 + (place % 13)] ?? NaN) - mean) / deviation;
  });
}

const tableOf = (rows: Int32Array): ConstructorParameters<typeof Trainer>[0]['data'] => ({
  X: { shape: [rows.length, 13], data: scaledRows(rows) },
  y: { shape: [rows.length, 1], data: Float64Array.from(rows, (row) => target[row] ?? NaN) },
});

describe('a run with held-out rows', () => {
  const host = new FakeHost();
  const session = new Session(host);
  session.handle({ ...openRequest(), plan: { ...LESSON_PLAN, heldOut: 0.2 } });
  session.handle({ type: 'train', run: 1, epochs: 3, stop: {} });
  host.runAll();
  const trainer = new Trainer({ graph: buildNetwork({ features: 13, hidden: 10, batchSize: 11, seed: 1 }), data: tableOf(train), batchSize: 11, learningRate: 0.01, seed: 2 });
  const losses: number[] = [];
  const tests: number[] = [];
  for (let step = 1; step <= 3 * 36; step++) {
    losses.push(trainer.step());
    if (step % 36 === 0) tests.push(trainer.evaluator(tableOf(heldOut)).run('C').data[0] ?? NaN);
  }

  test('trains on the others alone, scaled by themselves', () => {
    expect([train.length, heldOut.length]).toEqual([405, 101]);
    expect(host.losses).toEqual(losses);
  });

  test('tells the loss of the held-out rows after every epoch', () => {
    const told = host.all('progress').flatMap(({ epochMeans }) => epochMeans.map((epoch) => epoch.test));
    expect(told).toEqual(tests);
  });

  test('predicts every row, the held-out ones as they are scaled by the others', () => {
    const { data } = host.all('progress').findLast((reply) => reply.predictions !== undefined)?.predictions ?? { data: new Float64Array() };
    expect(data.length).toBe(506);
    const expected = trainer.evaluator(tableOf(heldOut)).run('l2').data;
    expect(Array.from(heldOut, (row) => data[row])).toEqual([...expected]);
  });

  test('cannot have a batch larger than what is left', () => {
    session.handle({ ...openRequest({ ...FLAT_OUT, batchSize: 406 }, 2), plan: { ...LESSON_PLAN, heldOut: 0.2 } });
    expect(host.last('failed').message).toBe('The batch size is 406; it must be a whole number from 1 to 405');
  });
});
