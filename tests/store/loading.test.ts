import { describe, expect, test } from 'vitest';
import type { Fetch } from '../../src/datasets/fetchText';
import { frameAt } from '../../src/scene/frame';
import { bostonTrainer } from '../training/bostonRun';
import { Desk, openDesk, serving } from './desk';

describe('load', () => {
  test('shows the first step to come, at the moment when it has its batch and nothing is computed', async () => {
    const desk = await openDesk();
    const { timeline, step, taken } = desk.shown;
    expect([step, taken]).toEqual([1, false]);
    expect(timeline.recording).toEqual(bostonTrainer().previewStep());
    expect(desk.place).toEqual([1, desk.endOf('feed')]);
    const { nodes } = frameAt(timeline, desk.endOf('feed')).state;
    expect(nodes.get('X')?.value?.shape).toEqual([11, 13]);
    expect(nodes.get('l1')?.value).toBeUndefined();
  });

  test('makes the run ready, with the data set and a prediction for each of its rows', async () => {
    const { miniflow } = await openDesk();
    expect(miniflow.training.getState()).toMatchObject({ run: 1, status: 'ready', dataProblem: undefined, problem: undefined });
    expect(miniflow.training.getState().dataset?.rows).toBe(506);
    expect(miniflow.training.getState().predictions?.shape).toEqual([506, 1]);
  });

  test('gives up an attempt that is under way: one run is opened, and a late failure says nothing', async () => {
    let fail: (why: Error) => void = () => undefined;
    const attempts: Fetch[] = [
      () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
      serving,
    ];
    const desk = new Desk({ fetch: (url, init) => (attempts.shift() ?? serving)(url, init) });
    const first = desk.miniflow.load();
    await desk.miniflow.load();
    fail(new Error('the line is dead'));
    await first;
    expect(desk.miniflow.training.getState()).toMatchObject({ run: 1, status: 'ready', dataProblem: undefined });
  });

  test('is loading, then opening, until the trainer has answered', async () => {
    const desk = new Desk({ queued: true });
    const { training } = desk.miniflow;
    expect(training.getState().status).toBe('loading');
    await desk.miniflow.load();
    expect(training.getState().status).toBe('opening');
    desk.deliver();
    expect(training.getState().status).toBe('ready');
  });

  test('says why there is no data, and works when asked again', async () => {
    let online = false;
    const fetch: Fetch = (url, options) => (online ? serving(url, options) : Promise.reject(new TypeError('Failed to fetch')));
    const desk = await openDesk({ fetch });
    const { training, load } = desk.miniflow;
    expect(training.getState().status).toBe('failed');
    expect(training.getState().dataProblem).toBe(
      'Boston housing: data/boston-housing.csv could not be fetched (Failed to fetch); is the server still running?',
    );
    online = true;
    await load();
    expect(training.getState()).toMatchObject({ status: 'ready', dataProblem: undefined });
    expect(desk.shown.step).toBe(1);
  });

  test('without data leaves every command harmless', async () => {
    const desk = await openDesk({ fetch: () => Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' })) });
    const { miniflow } = desk;
    miniflow.train();
    miniflow.stepOnce();
    miniflow.reset();
    miniflow.newSeed();
    miniflow.set({ hidden: 3, learningRate: 0.1 });
    miniflow.play();
    miniflow.tick(1_000, false);
    miniflow.tick(1_000, true);
    for (const walk of [miniflow.stepForward, miniflow.stepBack, miniflow.nextPhase, miniflow.previousPhase]) walk();
    miniflow.toStart();
    miniflow.toEnd();
    await expect(miniflow.checkGradient('W1')).rejects.toThrow('There is no iteration to check yet.');
    expect(desk.started).toBe(0);
    expect(miniflow.training.getState()).toMatchObject({ status: 'failed', run: 0 });
  });
});
