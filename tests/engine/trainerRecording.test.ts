import { describe, expect, test } from 'vitest';
import { Trainer, type Recording } from '../../src/engine';
import { bostonTables, goldenNetwork } from './boston';
import { thrownBy } from './thrown';

describe('recordStep', () => {
  test('takes the same step as step does, bit for bit', () => {
    const [plain, recorded] = [trainer(), trainer()];
    for (let i = 0; i < 30; i++) {
      const loss = plain.step();
      expect(valueIn(recorded.recordStep(), 'C')).toEqual([loss]);
      expect(recorded.parameters).toEqual(plain.parameters);
      expect(recorded.batch).toEqual(plain.batch);
    }
    expect(recorded.steps).toBe(30);
    for (const id of ['l1', 's', 'l2', 'C']) expect(recorded.value(id)).toEqual(plain.value(id));
  });
});

describe('previewStep', () => {
  test('shows the step that comes next', () => {
    const one = trainer();
    one.step();
    const preview = one.previewStep();
    expect(one.recordStep()).toEqual(preview);
  });

  test('changes nothing, however often it is called', () => {
    const [previewed, untouched] = [trainer(), trainer()];
    previewed.step();
    untouched.step();
    previewed.previewStep();
    expect(previewed.previewStep()).toEqual(previewed.previewStep());
    expect(previewed.steps).toBe(1);
    expect(previewed.batch).toEqual(untouched.batch);
    expect(previewed.parameters).toEqual(untouched.parameters);
    for (const id of ['X', 'y', 'l1', 's', 'l2', 'C']) expect(previewed.value(id)).toEqual(untouched.value(id));
    expect(previewed.replayLastStep()).toEqual(untouched.replayLastStep());
    for (let i = 0; i < 5; i++) expect(previewed.step()).toBe(untouched.step());
  });

  test('works before the first step', () => {
    const one = trainer();
    const preview = one.previewStep();
    expect(one.recordStep()).toEqual(preview);
  });
});

describe('replayLastStep', () => {
  test('shows the last step once more, and changes nothing', () => {
    const [one, untouched] = [trainer(), trainer()];
    one.step();
    untouched.step();
    const recording = one.recordStep();
    untouched.step();
    expect(one.replayLastStep()).toEqual(recording);
    expect(one.replayLastStep()).toEqual(recording);
    expect(one.step()).toBe(untouched.step());
  });

  test('shows a step that was not recorded', () => {
    const [plain, recorded] = [trainer(), trainer()];
    plain.step();
    plain.step();
    recorded.step();
    expect(plain.replayLastStep()).toEqual(recorded.recordStep());
  });

  test('shows the learning rate of that step, not the one that was set since', () => {
    const one = trainer();
    const recording = one.recordStep();
    one.learningRate = 0.5;
    expect(one.replayLastStep()).toEqual(recording);
  });

  test('refuses before the first step', () => {
    expect(thrownBy(() => trainer().replayLastStep()).message).toBe('No step has been taken, so that there is none to replay');
  });
});

describe('evaluator', () => {
  test('run gives the prediction for every example, with the present parameters', () => {
    const one = trainer();
    const evaluator = one.evaluator();
    const before = evaluator.run('l2');
    expect(before.shape).toEqual([506, 1]);
    one.step();
    const after = evaluator.run('l2');
    expect(after).not.toEqual(before);
    // The same forward pass as training makes: the batch of the next step is among these rows.
    const predicted = valueIn(one.recordStep(), 'l2');
    expect(predicted).toEqual([...one.batch].map((row) => after.data[row]));
  });

  test('run keeps up with a change of the batch size', () => {
    const one = trainer();
    const evaluator = one.evaluator();
    one.batchSize = 64;
    one.step();
    expect(evaluator.run('C').data[0]).toBe(one.evaluator().run('C').data[0]);
  });

  test('run changes nothing', () => {
    const [one, untouched] = [trainer(), trainer()];
    one.step();
    untouched.step();
    one.evaluator().run('C');
    expect(one.value('l2')).toEqual(untouched.value('l2'));
    expect(one.step()).toBe(untouched.step());
  });
});

function trainer(): Trainer {
  return new Trainer({ graph: goldenNetwork(), data: bostonTables, batchSize: 11, learningRate: 0.01, seed: 2 });
}

function valueIn({ steps }: Recording, node: string): number[] {
  const step = steps.find((candidate) => candidate.kind === 'compute' && candidate.node === node);
  return step?.kind === 'compute' ? [...step.value.data] : [];
}
