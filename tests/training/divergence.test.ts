import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/scene/summary';
import { bostonTrainer, FLAT_OUT, openRequest, openSession, valueIn } from './bostonRun';

describe('training that diverges', () => {
  test.each([
    [0.5, 562],
    [1, 181],
    [10, 85],
  ])('at a learning rate of %d stops by itself with step %i, the first with an infinite loss', (learningRate, steps) => {
    const { host, session } = openSession({ learningRate });
    host.lookCosts = 1;
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    host.runAll();
    const { divergence, recording } = host.last('diverged');
    expect(divergence).toEqual({ step: steps - 1, found: { node: 'C', part: 'value', cell: 0, number: Infinity } });
    expect(host.losses).toHaveLength(steps);
    expect(host.losses.findIndex((loss) => !Number.isFinite(loss))).toBe(steps - 1);
    expect(valueIn(recording, 'C').data[0]).toBe(Infinity);
    expect(summarise(valueIn(recording, 'l2')).firstNonFinite).toBe(-1);
    expect(host.all('stopped')).toEqual([]);
    expect(host.waiting).toBe(0);
  });

  test('sends the step that went wrong as it was, from the weights that it started with', () => {
    const { host, session } = openSession({ learningRate: 1 });
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    const trainer = bostonTrainer({ ...FLAT_OUT, learningRate: 1 });
    for (let step = 0; step < 180; step++) trainer.step();
    expect(host.last('diverged').recording).toEqual(trainer.previewStep());
  });

  test('is found at a gradient when that is the first number to overflow', () => {
    const { host, session } = openSession({ learningRate: 2, batchSize: 1 });
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    const { divergence, recording } = host.last('diverged');
    expect(divergence).toEqual({ step: 176, found: { node: 's', part: 'gradient', cell: 0, number: -Infinity } });
    const flow = recording.steps.find((step) => step.kind === 'flow' && step.edge.from === 's');
    expect(flow?.kind === 'flow' ? flow.total.data[0] : undefined).toBe(-Infinity);
    expect(Number.isFinite(valueIn(recording, 'C').data[0])).toBe(true);
  });

  test('stops single steps as well, and says so in place of the next step', () => {
    const { host, session } = openSession({ learningRate: 10 });
    for (let after = 1; after <= 90; after++) session.handle({ type: 'advance', run: 1, after });
    expect(host.steps).toBe(85);
    expect(host.all('diverged')).toHaveLength(1);
    expect(host.replies.at(-1)?.type).toBe('diverged');
  });

  test('takes no step more and shows none, whatever is asked', () => {
    const { host, session } = openSession({ learningRate: 1 });
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    const before = host.replies.length;
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    session.handle({ type: 'advance', run: 1, after: 182 });
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, batchSize: 3 } });
    session.handle({ type: 'pause', run: 1 });
    host.runAll();
    expect(host.replies.slice(before)).toEqual([]);
  });

  test('leaves the next run as if nothing had happened', () => {
    const { host, session } = openSession({ learningRate: 1 });
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    session.handle(openRequest({}, 2));
    expect(host.last('opened').recording).toEqual(bostonTrainer().previewStep());
    session.handle({ type: 'train', run: 2, epochs: 1, stop: {} });
    expect(host.last('stopped')).toEqual({ type: 'stopped', run: 2, reason: 'finished' });
  });
});
