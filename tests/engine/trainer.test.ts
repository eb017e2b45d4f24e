import { describe, expect, test } from 'vitest';
import { compile, GraphError, Trainer, type Graph, type Recording, type Tensor, type TrainerOptions } from '../../src/engine';
import { thrownBy } from './thrown';

const line: Graph = {
  nodes: [
    { id: 'X', role: 'data', shape: [4, 1] },
    { id: 'y', role: 'data', shape: [4] },
    { id: 'w', role: 'parameter', value: [[0.5]] },
    { id: 'b', role: 'parameter', value: [0] },
    { id: 'a', op: 'linear', inputs: ['X', 'w', 'b'] },
    { id: 'C', op: 'mse', inputs: ['y', 'a'] },
  ],
  output: 'C',
};
const xs = Float64Array.from({ length: 20 }, (_, i) => i / 10 - 1);
const data: Readonly<Record<'X' | 'y', Tensor>> = { X: { shape: [20, 1], data: xs }, y: { shape: [20], data: xs.map((x) => 3 * x + 1) } };

describe('Trainer', () => {
  test('step draws with replacement, and updates after all gradients are known', () => {
    const trainer = trainerOf();
    const loss = trainer.step();
    const rows = [...trainer.batch];
    const errors = rows.map((row) => 3 * at(row) + 1 - 0.5 * at(row));
    expect(loss).toBeCloseTo(errors.reduce((sum, e) => sum + e * e, 0) / 4, 14);
    const slope = rows.reduce((sum, row, i) => sum - (2 / 4) * (errors[i] ?? NaN) * at(row), 0);
    const offset = errors.reduce((sum, e) => sum - (2 / 4) * e, 0);
    expect(trainer.value('w').data[0]).toBeCloseTo(0.5 - 0.1 * slope, 14);
    expect(trainer.value('b').data[0]).toBeCloseTo(-0.1 * offset, 14);
  });

  test('step finds the line that the data lie on', () => {
    const trainer = trainerOf();
    for (let i = 0; i < 2000; i++) trainer.step();
    expect(trainer.value('w').data[0]).toBeCloseTo(3, 10);
    expect(trainer.value('b').data[0]).toBeCloseTo(1, 10);
    expect(trainer.steps).toBe(2000);
  });

  test('two trainers of one seed agree bit for bit, and another seed draws other batches', () => {
    const [one, two, other] = [trainerOf(), trainerOf(), trainerOf({ seed: 8 })];
    for (let i = 0; i < 50; i++) expect(one.step()).toBe(two.step());
    other.step();
    expect(one.parameters).toEqual(two.parameters);
    expect(trainerOf().previewStep()).toEqual(trainerOf().previewStep());
    expect(fedRows(trainerOf().previewStep())).not.toEqual(fedRows(trainerOf({ seed: 8 }).previewStep()));
  });

  test('keeps tables of its own', () => {
    const own = { X: { shape: [20, 1], data: xs.slice() }, y: data.y };
    const trainer = trainerOf({ data: own });
    own.X.data.fill(NaN);
    expect(trainer.step()).toBe(trainerOf().step());
  });

  test('knows its sizes', () => {
    const trainer = trainerOf({ batchSize: 6 });
    expect([trainer.batchSize, trainer.stepsPerEpoch]).toEqual([6, 3]);
  });

  test('loss is what the last step returned, and 0 before', () => {
    const trainer = trainerOf();
    expect(trainer.loss).toBe(0);
    expect(trainer.step()).toBe(trainer.loss);
    expect(trainer.loss).toBe(trainer.value('C').data[0]);
  });

  test('parameters and batch are copies', () => {
    const trainer = trainerOf();
    trainer.step();
    const [parameters, batch] = [trainer.parameters, trainer.batch];
    trainer.parameters.fill(0);
    trainer.batch.fill(0);
    expect(trainer.parameters).toEqual(parameters);
    expect(trainer.batch).toEqual(batch);
  });
});

describe('settings that change between steps', () => {
  test('batchSize keeps the parameters and the generator', () => {
    const trainer = trainerOf();
    trainer.step();
    trainer.batchSize = 6;
    expect([trainer.batchSize, trainer.stepsPerEpoch]).toEqual([6, 3]);
    const parameters = trainer.parameters;
    trainer.step();

    // The draws go on where the first step left them: 4 and then 6 of one sequence.
    const sequence = trainerOf({ batchSize: 10 });
    sequence.step();
    expect([...trainer.batch]).toEqual([...sequence.batch].slice(4));
    const fresh = compile({ ...line, nodes: line.nodes.map((node) => ('shape' in node ? { ...node, shape: [6, ...node.shape.slice(1)] } : node)) });
    fresh.parameters.set(parameters);
    fresh.feedRows('X', data.X.data, trainer.batch);
    fresh.feedRows('y', data.y.data, trainer.batch);
    fresh.forward();
    expect(trainer.value('C')).toEqual(fresh.value('C'));
  });

  test('batchSize takes effect at the next step: until then value, batch and replayLastStep are those of the last', () => {
    const trainer = trainerOf();
    trainer.step();
    const [cost, batch, replay] = [trainer.value('C'), trainer.batch, trainer.replayLastStep()];
    trainer.batchSize = 6;
    expect([trainer.value('C'), trainer.batch, trainer.replayLastStep()]).toEqual([cost, batch, replay]);
    expect(fedRows(trainer.previewStep())).toHaveLength(6);
  });

  test('batchSize that is set and set back changes nothing', () => {
    const [trainer, untouched] = [trainerOf(), trainerOf()];
    trainer.step();
    untouched.step();
    trainer.batchSize = 6;
    trainer.batchSize = 6;
    trainer.batchSize = 4;
    expect(trainer.step()).toBe(untouched.step());
    expect(trainer.parameters).toEqual(untouched.parameters);
  });

  test('learningRate counts from the next step on', () => {
    const [slow, fast] = [trainerOf({ learningRate: 0.01 }), trainerOf({ learningRate: 0.01 })];
    slow.step();
    fast.step();
    const before = slow.parameters;
    fast.learningRate = 0.02;
    expect(fast.learningRate).toBe(0.02);
    expect(fast.step()).toBe(slow.step());
    slow.parameters.forEach((after, i) => {
      expect((fast.parameters[i] ?? NaN) - (before[i] ?? NaN)).toBeCloseTo(2 * (after - (before[i] ?? NaN)), 14);
    });
  });

  test.each<[string, (trainer: Trainer) => void, string]>([
    ['batchSize 0', (trainer) => (trainer.batchSize = 0), 'The batch size is 0; it must be a whole number from 1 to 20'],
    ['batchSize 21', (trainer) => (trainer.batchSize = 21), 'The batch size is 21; it must be a whole number from 1 to 20'],
    ['batchSize 1.5', (trainer) => (trainer.batchSize = 1.5), 'The batch size is 1.5; it must be a whole number from 1 to 20'],
    ['learningRate 0', (trainer) => (trainer.learningRate = 0), 'The learning rate is 0; it must be a number above 0'],
    ['learningRate −1', (trainer) => (trainer.learningRate = -1), 'The learning rate is -1; it must be a number above 0'],
    ['learningRate NaN', (trainer) => (trainer.learningRate = NaN), 'The learning rate is NaN; it must be a number above 0'],
    ['learningRate ∞', (trainer) => (trainer.learningRate = Infinity), 'The learning rate is Infinity; it must be a number above 0'],
  ])('%s is refused and leaves everything as it was', (_, change, message) => {
    const trainer = trainerOf();
    const error = thrownBy(() => {
      change(trainer);
    });
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe(message);
    expect([trainer.batchSize, trainer.learningRate]).toEqual([4, 0.1]);
    expect(trainer.step()).toBe(trainerOf().step());
  });
});

describe('a Trainer cannot be made', () => {
  const { X, y } = data;
  test.each<[string, Partial<TrainerOptions>, string]>([
    ['without data', { data: {} }, 'There is no data to train on'],
    ['from tables of different length', { data: { X, y: { shape: [19], data: xs.slice(1) } } }, '"X" has 20 examples but "y" has 19; there must be as many'],
    ['from a table for a node that does not exist', { data: { X, y, z: y } }, 'There are examples for "z", which is not a data leaf of the graph'],
    ['from a table for a parameter', { data: { X, y, b: y } }, 'There are examples for "b", which is not a data leaf of the graph'],
    ['from a table for an operation', { data: { X, y, a: y } }, 'There are examples for "a", which is not a data leaf of the graph'],
    ['from rows that are too long', { data: { X: { shape: [20, 2], data: new Float64Array(40) }, y } }, '"X" takes rows of 1 numbers but its table has rows of 2'],
    ['with an empty table', { data: { X: { shape: [0, 1], data: new Float64Array(0) } } }, 'The table for "X" says 0 × 1 but holds 0 numbers; it needs at least one row, and all of them whole'],
    ['with a table cut off', { data: { X: { shape: [20, 1], data: new Float64Array(19) }, y } }, 'The table for "X" says 20 × 1 but holds 19 numbers; it needs at least one row, and all of them whole'],
    ['for an output that is not a single number', { graph: { ...line, output: 'a' } }, 'The output "a" is 4 × 1; a loss is a single number'],
    ['with learning rate 0', { learningRate: 0 }, 'The learning rate is 0; it must be a number above 0'],
    ['with batch size 0', { batchSize: 0 }, 'The batch size is 0; it must be a whole number from 1 to 20'],
  ])('%s', (_, options, message) => {
    const error = thrownBy(() => trainerOf(options));
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe(message);
  });

  test('but can for a leaf that has no shape: it takes the rows of its table', () => {
    const nodes = line.nodes.map((node) => (node.id === 'X' ? { id: 'X', role: 'data' as const, value: [[1]] } : node));
    expect(trainerOf({ graph: { ...line, nodes } }).step()).toBe(trainerOf().step());
  });
});

function trainerOf(options: Partial<TrainerOptions> = {}): Trainer {
  return new Trainer({ graph: line, data, batchSize: 4, learningRate: 0.1, seed: 7, ...options });
}

function at(row: number): number {
  return xs[row] ?? NaN;
}

function fedRows({ steps }: Recording): number[] {
  const step = steps.find((candidate) => candidate.kind === 'feed' && candidate.node === 'X');
  return step?.kind === 'feed' ? [...step.value.data] : [];
}
