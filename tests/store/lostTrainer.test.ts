import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../src/store/runs';
import { openDesk } from './desk';
import { storageWith } from './memoryStorage';
import { front, lossesOf, train, trainedDesk } from './trainedRuns';

describe('a trainer that is lost', () => {
  test('is replaced by one that replays the run', async () => {
    const desk = await trainedDesk();
    const losses = lossesOf(front(desk));
    desk.lose('The training worker ended unexpectedly.');
    desk.host.runAll();
    expect(desk.started).toBe(2);
    expect(desk.miniflow.training.getState()).toMatchObject({
      status: 'paused',
      progress: { steps: 92, epochs: 2 },
      notice: 'The training worker ended unexpectedly. A new one has taken its place. It replays the 92 steps that were taken; nothing is lost.',
    });
    expect(lossesOf(front(desk))).toEqual(losses);
    train(desk);
    expect(stepsOf(front(desk))).toBe(184);
  });

  test('twice in a row is not replaced until the reader says so', async () => {
    const desk = await openDesk({ queued: true, storage: storageWith({ epochs: 2, pace: 'full', follow: false }) });
    desk.miniflow.train();
    desk.deliver();
    desk.host.runAll();
    desk.deliver();
    desk.lose('It ended.');
    desk.lose('It ended.');
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'failed', problem: 'It ended. So had the one before it.' });
    desk.miniflow.reset();
    desk.deliver();
    desk.host.runAll();
    desk.deliver();
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'paused', progress: { steps: 92 } });
  });
});
