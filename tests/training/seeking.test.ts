import { describe, expect, test } from 'vitest';
import type { LiveSettings } from '../../src/training/protocol';
import { bostonTrainer, FLAT_OUT, openRequest, openSession } from './bostonRun';
import type { Session } from '../../src/training/session';
import type { FakeHost } from './fakeHost';

const SLOWER: LiveSettings = { ...FLAT_OUT, learningRate: 0.002, batchSize: 23 };

/** A run of 5 epochs with one rate, and 3 with another and larger batches. */
function trained(): { readonly host: FakeHost; readonly session: Session } {
  const { host, session } = openSession();
  session.handle({ type: 'train', run: 1, epochs: 5, stop: {} });
  host.runAll();
  session.handle({ type: 'settings', run: 1, settings: SLOWER });
  session.handle({ type: 'train', run: 1, epochs: 3, stop: {} });
  host.runAll();
  return { host, session };
}

/** The steps of that run: 5 × 46 and 3 × 22. */
const STEPS = 230 + 66;

describe('seek', () => {
  test('brings back any step exactly as it was when it was taken, with its settings and its batch', () => {
    const { host, session } = trained();
    const trainer = bostonTrainer();
    for (let step = 1; step <= STEPS; step++) {
      if (step === 231) [trainer.learningRate, trainer.batchSize] = [SLOWER.learningRate, SLOWER.batchSize];
      const predictions = step % 37 === 0 ? trainer.evaluator().run('l2') : undefined;
      const recording = trainer.recordStep();
      if (step % 37 !== 0 && step !== 1 && step !== 230 && step !== 231 && step !== STEPS) continue;
      session.handle({ type: 'seek', run: 1, step });
      host.runAll();
      const sought = host.last('sought');
      expect(sought).toMatchObject({ run: 1, step, taken: true });
      expect(sought.recording).toEqual(recording);
      if (predictions !== undefined) expect(sought.predictions).toEqual(predictions);
    }
  });

  test('one beyond the last shows the step that comes next', () => {
    const { host, session } = trained();
    session.handle({ type: 'seek', run: 1, step: STEPS + 5 });
    host.runAll();
    expect(host.last('sought')).toMatchObject({ step: STEPS + 1, taken: false });
    expect(host.last('sought').recording).toEqual(host.last('recorded').recording);
  });

  test('while training runs neither disturbs it nor waits for it', () => {
    const { host, session } = openSession();
    host.lookCosts = 3;
    session.handle({ type: 'train', run: 1, epochs: 4, stop: {} });
    for (let turn = 0; turn < 8; turn++) host.runNext();
    session.handle({ type: 'seek', run: 1, step: 5 });
    for (let turn = 0; turn < 3; turn++) host.runNext();
    expect(host.last('sought').step).toBe(5);
    host.runAll();
    const trainer = bostonTrainer();
    expect(host.losses).toEqual(Array.from({ length: 184 }, () => trainer.step()));
  });
});

describe('open', () => {
  test('with a history ends where the run had come to, bit for bit, and tells every loss on the way', () => {
    const { host, session } = trained();
    const [end, losses] = [host.all('progress').findLast((reply) => reply.end !== undefined)?.end, host.losses];
    const changes = host.all('progress').flatMap((reply) => reply.changes);
    expect(changes.map(({ step }) => step)).toEqual([1, 231]);
    const { plan, data } = openRequest();
    const before = host.replies.length;
    session.handle({ type: 'open', run: 2, plan, data, settings: SLOWER, history: { changes, steps: STEPS } });
    host.runAll();
    const replies = host.replies.slice(before);
    expect(host.last('opened')).toMatchObject({ run: 2, step: STEPS + 1, end });
    expect(replies.flatMap((reply) => (reply.type === 'progress' ? [...reply.losses] : []))).toEqual(losses);
  });

  test('from a run with the same past replays only the way from its last checkpoint', () => {
    const { host, session } = trained();
    const changes = host.all('progress').flatMap((reply) => reply.changes);
    const { plan, data } = openRequest();
    const before = host.replies.length;
    session.handle({ type: 'open', run: 2, plan, data, settings: SLOWER, history: { changes, steps: STEPS }, from: 1 });
    host.runAll();
    const told = host.replies.slice(before).flatMap((reply) => (reply.type === 'progress' ? [...reply.losses] : []));
    expect(told).toEqual(host.losses.slice(STEPS - 1, STEPS));
    expect(host.last('opened').end).toEqual(host.all('progress').findLast((reply) => reply.run === 1 && reply.end !== undefined)?.end);
  });

  test('again from a run that goes on unchanged is the same run', () => {
    const { host, session } = trained();
    const changes = host.all('progress').flatMap((reply) => reply.changes);
    const { plan, data } = openRequest();
    session.handle({ type: 'open', run: 2, plan, data, settings: SLOWER, history: { changes: changes.slice(0, 1), steps: 200 }, from: 1 });
    host.runAll();
    session.handle({ type: 'settings', run: 2, settings: FLAT_OUT });
    session.handle({ type: 'train', run: 2, epochs: 1, stop: {} });
    host.runAll();
    const branch = host.all('progress').filter(({ run }) => run === 2).flatMap(({ losses }) => [...losses]);
    const parent = host.all('progress').filter(({ run }) => run === 1).flatMap(({ losses }) => [...losses]);
    // Step 200 is taken again, and the fifth epoch ends with step 230.
    expect(branch).toEqual(parent.slice(199, 230));
  });

  test('with a history that is paused stays where it has come to', () => {
    const { host, session } = trained();
    const changes = host.all('progress').flatMap((reply) => reply.changes);
    const { plan, data } = openRequest();
    host.lookCosts = 11;
    session.handle({ type: 'open', run: 2, plan, data, settings: SLOWER, history: { changes, steps: STEPS } });
    host.runNext();
    session.handle({ type: 'pause', run: 2 });
    host.runAll();
    expect(host.last('opened')).toMatchObject({ run: 2, step: 17, progress: { steps: 16 } });
  });
});
