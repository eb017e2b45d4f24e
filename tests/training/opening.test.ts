import { describe, expect, test } from 'vitest';
import { Session } from '../../src/training/session';
import { bostonTrainer, openRequest, openSession, updatedIn, valueIn } from './bostonRun';
import { FakeHost } from './fakeHost';
import { asTensor, golden } from '../engine/golden';

const { net_13_10_1: net } = golden.training;

describe('opening a run', () => {
  test('shows step 1 before it is taken, with the weights and the batch of the golden run', () => {
    const { host } = openSession();
    const { recording, progress } = host.last('opened');
    expect(recording).toEqual(bostonTrainer().previewStep());
    expect(valueIn(recording, 'C').data[0]).toBeCloseTo(net.first5_step_losses[0] ?? NaN, 9);
    for (const [id, weights] of Object.entries(net.initial_weights)) {
      const { data } = asTensor(weights);
      valueIn(recording, id).data.forEach((weight, cell) => expect(weight).toBeCloseTo(data[cell] ?? NaN, 14));
    }
    expect(progress).toEqual({ steps: 0, epochs: 0, targetEpoch: 0, stepsPerEpoch: 46, stepsLeft: 0, stepsPerSecond: 0, secondsLeft: NaN });
  });

  test('sends what the untrained network says of all 506 examples', () => {
    const { host } = openSession();
    const { predictions } = host.last('opened');
    expect(predictions.shape).toEqual([506, 1]);
    expect(predictions).toEqual(bostonTrainer().evaluator().run('l2'));
  });

  test('takes no step and waits for nothing', () => {
    const { host } = openSession({ follow: true, pace: 1 });
    expect(host.replies.map(({ type }) => type)).toEqual(['opened']);
    expect(host.waiting).toBe(0);
  });

  test('that was closed goes on with none of its work, and nothing more can be asked of it', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    session.handle({ type: 'close', run: 1 });
    session.handle(openRequest({}, 2));
    const before = host.replies.length;
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    session.handle({ type: 'advance', run: 1, after: 1 });
    session.handle({ type: 'seek', run: 1, step: 1 });
    session.handle({ type: 'settings', run: 1, settings: openRequest({ learningRate: 1 }).settings });
    host.runAll();
    expect(host.replies.slice(before)).toEqual([]);
    expect(host.last('opened')).toMatchObject({ run: 2, progress: { steps: 0 } });
  });

  test('again with the same seed begins the same run once more', () => {
    const { host, session } = openSession();
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    host.runAll();
    session.handle(openRequest({}, 2));
    session.handle({ type: 'train', run: 2, epochs: 1, stop: {} });
    host.runAll();
    const ends = [1, 2].map((run) => host.all('recorded').filter((reply) => reply.run === run));
    const [first, second] = ends.map((shown) => shown.map(({ step, recording }) => ({ step, after: updatedIn(recording) })));
    expect(first).toMatchObject([{ step: 47 }]);
    expect(second).toEqual(first);
  });

  test('before any run, everything else is dropped', () => {
    const host = new FakeHost();
    const session = new Session(host);
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    session.handle({ type: 'pause', run: 0 });
    session.handle({ type: 'advance', run: 0, after: 1 });
    expect(host.replies).toEqual([]);
  });
});
