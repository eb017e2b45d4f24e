import { describe, expect, test } from 'vitest';
import { bostonTrainer, openSession } from './bostonRun';

describe('advance', () => {
  test('while idle takes the step that is shown, reports it, and shows the one after it', () => {
    const { host, session } = openSession();
    session.handle({ type: 'advance', run: 1, after: 1 });
    const trainer = bostonTrainer();
    const loss = trainer.step();
    expect(host.replies.map(({ type }) => type)).toEqual(['opened', 'progress', 'recorded']);
    expect(host.last('progress')).toMatchObject({ progress: { steps: 1, epochs: 0, targetEpoch: 0 }, losses: Float64Array.of(loss) });
    expect(host.last('progress').predictions).toEqual(trainer.evaluator().run('l2'));
    expect(host.last('recorded')).toEqual({ type: 'recorded', run: 1, recording: trainer.previewStep(), step: 2, taken: false, advance: true });
  });

  test('from a step that has been taken shows the next one and takes none', () => {
    const { host, session } = openSession();
    session.handle({ type: 'advance', run: 1, after: 1 });
    session.handle({ type: 'advance', run: 1, after: 1 });
    expect(host.steps).toBe(1);
    expect(host.all('recorded').map(({ step }) => step)).toEqual([2, 2]);
  });

  test('while training shows the next step that is taken, once', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    session.handle({ type: 'advance', run: 1, after: 1 });
    host.runNext();
    host.runNext();
    const trainer = bostonTrainer();
    for (let step = 0; step < 8; step++) trainer.step();
    expect(host.all('recorded')).toEqual([
      { type: 'recorded', run: 1, recording: trainer.recordStep(), step: 9, taken: true, advance: true },
    ]);
  });

  test('that is still wanted when training is paused is answered with the step to come', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 100, stop: {} });
    session.handle({ type: 'advance', run: 1, after: 1 });
    session.handle({ type: 'pause', run: 1 });
    expect(host.all('recorded')).toHaveLength(1);
    expect(host.last('recorded')).toMatchObject({ step: 9, taken: false, advance: true });
    session.handle({ type: 'pause', run: 1 });
    host.runAll();
    expect(host.all('recorded')).toHaveLength(1);
    expect(host.all('stopped').map(({ reason }) => reason)).toEqual(['paused']);
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    expect(host.all('recorded')).toHaveLength(1);
  });

  test('counts towards the epoch, and its losses into the mean', () => {
    const { host, session } = openSession({ batchSize: 200 });
    for (const after of [1, 2, 3]) session.handle({ type: 'advance', run: 1, after });
    const [first, second] = host.losses;
    const means = host.all('progress').flatMap(({ epochMeans }) => epochMeans);
    expect(means).toEqual([{ epoch: 1, mean: ((first ?? NaN) + (second ?? NaN)) / 2, lastStep: 2 }]);
    expect(host.last('progress').progress).toMatchObject({ steps: 3, epochs: 1, targetEpoch: 0 });
  });
});
