import { describe, expect, test } from 'vitest';
import { Session } from '../../src/training/session';
import { bostonTrainer, FLAT_OUT, openRequest, openSession } from './bostonRun';
import { FakeHost } from './fakeHost';

describe('Session', () => {
  test('says what is wrong with the settings of a run, and goes on with the others', () => {
    const { host, session } = openSession();
    session.handle(openRequest({ batchSize: 507 }, 2));
    expect(host.last('failed')).toEqual({
      type: 'failed',
      run: 2,
      message: 'The batch size is 507; it must be a whole number from 1 to 506',
    });
    const before = host.replies.length;
    session.handle({ type: 'train', run: 2, epochs: 1, stop: {} });
    session.handle({ type: 'advance', run: 2, after: 1 });
    expect(host.replies.slice(before)).toEqual([]);
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    host.runAll();
    expect(host.steps).toBe(46);
  });

  test('fails with the sentence of the engine when a setting makes no sense, and is done with that run', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 10, stop: {} });
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, learningRate: -1 } });
    expect(host.last('failed').message).toBe('The learning rate is -1; it must be a number above 0');
    const before = host.replies.length;
    host.runAll();
    session.handle({ type: 'settings', run: 1, settings: FLAT_OUT });
    expect(host.replies.slice(before)).toEqual([]);
  });

  test('marks what nobody expected, also in the middle of training', () => {
    class Tired extends FakeHost {
      tired = false;
      override now(): number {
        if (this.tired) throw new RangeError('the clock has stopped');
        return super.now();
      }
    }
    const host = new Tired();
    host.lookCosts = 11;
    const session = new Session(host);
    session.handle(openRequest());
    session.handle({ type: 'train', run: 1, epochs: 10, stop: {} });
    host.tired = true;
    host.runAll();
    expect(host.all('failed')).toEqual([{ type: 'failed', run: 1, message: 'Unexpected: the clock has stopped' }]);
    host.tired = false;
    session.handle({ type: 'pause', run: 1 });
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, batchSize: 3 } });
    expect(host.replies.at(-1)?.type).toBe('failed');
    session.handle(openRequest({}, 2));
    expect(host.last('opened').recording).toEqual(bostonTrainer().previewStep());
  });

  test('closed in the middle of training says nothing more', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 10, stop: {} });
    const before = host.replies.length;
    session.close();
    host.runAll();
    expect(host.replies.slice(before)).toEqual([]);
  });
});
