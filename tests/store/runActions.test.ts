import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../src/store/runs';
import { openDesk } from './desk';
import { storageWith } from './memoryStorage';
import { front, lossesOf, train, trainedDesk } from './trainedRuns';

describe('openRun', () => {
  test('brings back what a run was, its settings and where it stood', async () => {
    const desk = await trainedDesk();
    const { predictions } = desk.miniflow.training.getState();
    desk.miniflow.branch(60, { settings: { learningRate: 0.5 } });
    desk.miniflow.openRun(1);
    expect(front(desk).id).toBe(1);
    expect(desk.miniflow.settings.getState().learningRate).toBe(0.01);
    expect(desk.miniflow.training.getState()).toMatchObject({ run: 1, status: 'finished', progress: { steps: 92 }, predictions });
    expect(desk.shown).toMatchObject({ step: 93, taken: false });
    desk.miniflow.openRun(2);
    // Nothing was trained with it, and yet the rate that the branch was made for is not lost.
    expect(desk.miniflow.settings.getState().learningRate).toBe(0.5);
    expect(desk.shown).toMatchObject({ step: 61, taken: false });
  });

  test('of one that diverged shows where', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 20, pace: 'full', follow: false, learningRate: 10 }) });
    train(desk);
    const { step } = desk.shown;
    desk.miniflow.branch(0, { settings: { learningRate: 0.01 } });
    expect(desk.miniflow.training.getState().status).toBe('ready');
    desk.miniflow.openRun(1);
    expect(desk.miniflow.training.getState().status).toBe('diverged');
    expect(desk.shown).toMatchObject({ step, taken: true });
  });
});

describe('reset', () => {
  test('keeps a run that has been trained, and lets go of one that has not', async () => {
    const desk = await trainedDesk();
    desk.miniflow.reset();
    desk.miniflow.reset();
    desk.miniflow.newSeed();
    const { runs } = desk.miniflow.runs.getState();
    expect(runs.map(({ id, plan: { seed } }) => [id, seed])).toEqual([[1, 1], [4, 2]]);
    expect(desk.asked.filter(({ type }) => type === 'close').map((request) => 'run' in request && request.run)).toEqual([2, 3]);
  });
});

describe('deleteRun', () => {
  test('of the run at the front brings the newest of the others there', async () => {
    const desk = await trainedDesk();
    desk.miniflow.branch(10);
    desk.miniflow.deleteRun(2);
    expect(front(desk).id).toBe(1);
    expect(desk.shown.step).toBe(93);
  });

  test('of the only one opens a new one', async () => {
    const desk = await trainedDesk();
    desk.miniflow.deleteRun(1);
    expect(desk.miniflow.runs.getState().runs.map(({ id }) => id)).toEqual([2]);
    expect(desk.miniflow.training.getState()).toMatchObject({ run: 2, status: 'ready', progress: { steps: 0 } });
  });
});

describe('repeatRun', () => {
  test('trains the same with the next seed, for as many epochs', async () => {
    const desk = await trainedDesk();
    desk.miniflow.set({ learningRate: 0.02, epochs: 3 });
    train(desk);
    desk.miniflow.set({ learningRate: 1, epochs: 50 });
    desk.miniflow.repeatRun(1);
    desk.host.runAll();
    expect(front(desk)).toMatchObject({ plan: { seed: 2 }, changes: [{ step: 1, learningRate: 0.02 }] });
    expect(stepsOf(front(desk))).toBe(5 * 46);
    expect(desk.miniflow.training.getState().status).toBe('finished');
  });

  test('of one that has not been trained opens the next seed and waits', async () => {
    const desk = await openDesk();
    desk.miniflow.repeatRun(1);
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'ready', progress: { steps: 0 } });
    expect(desk.miniflow.settings.getState().seed).toBe(2);
  });
});

describe('openDocument', () => {
  test('replays the run to the same end, and says so', async () => {
    const desk = await trainedDesk();
    desk.miniflow.set({ learningRate: 0.03, order: 'shuffled' });
    train(desk);
    const document = desk.miniflow.documentOf(1);
    expect(document.history.changes.map(({ step }) => step)).toEqual([1, 93]);
    const other = await openDesk();
    other.miniflow.openDocument({ ...document, name: 'From a file' });
    other.host.runAll();
    expect(front(other)).toMatchObject({ name: 'From a file', plan: document.plan });
    expect(lossesOf(front(other))).toEqual(lossesOf(front(desk)));
    expect(other.miniflow.training.getState()).toMatchObject({ status: 'paused', verdict: { steps: 184, same: true } });
    expect(other.miniflow.settings.getState()).toMatchObject({ learningRate: 0.03, order: 'shuffled' });
    expect(other.miniflow.documentOf(front(other).id)).toEqual({ ...document, name: 'From a file' });
  });

  test('says when the replay has not come to where the document says', async () => {
    const desk = await trainedDesk();
    const document = desk.miniflow.documentOf(1);
    const end = { loss: document.end?.loss ?? NaN, parameters: '0000000000000000' };
    desk.miniflow.openDocument({ ...document, end });
    desk.host.runAll();
    expect(desk.miniflow.training.getState().verdict).toEqual({ steps: 92, same: false });
  });
});
