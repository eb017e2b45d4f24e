import { describe, expect, test } from 'vitest';
import { runOf, stepsOf } from '../../src/store/runs';
import { openDesk } from './desk';
import { storageWith } from './memoryStorage';
import { front, lossesOf, train, trainedDesk } from './trainedRuns';

describe('branch', () => {
  test('shares the past, and goes its own way from there', async () => {
    const desk = await trainedDesk();
    const parent = front(desk);
    desk.miniflow.branch(60, { settings: { learningRate: 0.001 } });
    const branch = front(desk);
    expect(branch).toMatchObject({ name: 'Run 2', slot: 1, parent: { id: parent.id, step: 60 }, plan: parent.plan });
    expect(desk.shown).toMatchObject({ step: 61, taken: false });
    expect(desk.miniflow.settings.getState().learningRate).toBe(0.001);
    train(desk);
    const after = front(desk);
    expect(lossesOf(after).slice(0, 61)).toEqual(lossesOf(parent).slice(0, 61));
    expect(lossesOf(after).slice(61, 92)).not.toEqual(lossesOf(parent).slice(61, 92));
    expect(after.changes.map(({ step, learningRate }) => [step, learningRate])).toEqual([[1, 0.01], [61, 0.001]]);
  });

  test('that changes nothing is the same run, bit for bit', async () => {
    const desk = await trainedDesk();
    const parent = front(desk);
    desk.miniflow.branch(37);
    train(desk);
    const branch = front(desk);
    // It ends where its parent did, rather than train as many epochs more.
    expect(stepsOf(branch)).toBe(92);
    expect(lossesOf(branch)).toEqual(lossesOf(parent));
    const comparison = desk.miniflow.compare(parent.id, branch.id, { points: 20, step: 50 });
    desk.host.runAll();
    const { distances, edges } = await comparison;
    expect([...distances].every((distance) => distance === 0)).toBe(true);
    expect(edges.length).toBeGreaterThan(5);
    expect(edges.every(({ here, there }) => here === there)).toBe(true);
  });

  test('with another plan starts anew with it', async () => {
    const desk = await trainedDesk();
    desk.miniflow.branch(0, { plan: { activation: 'tanh', weights: 'scaled' } });
    expect(front(desk)).toMatchObject({ parent: undefined, plan: { activation: 'tanh', weights: 'scaled', hidden: 10 } });
    expect(desk.shown.step).toBe(1);
    expect(desk.miniflow.settings.getState()).toMatchObject({ activation: 'tanh', weights: 'scaled' });
  });

  test('trains at once if it is told to', async () => {
    const desk = await trainedDesk();
    desk.miniflow.branch(10, { settings: { learningRate: 0.02 } }, { train: true });
    desk.host.runAll();
    expect(desk.miniflow.training.getState().status).toBe('finished');
    expect(stepsOf(front(desk))).toBe(92);
  });

  test('of a run that is being trained leaves that where it is', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 50, pace: 500 }) });
    desk.miniflow.train();
    desk.host.pass(300);
    const { id } = front(desk);
    desk.miniflow.branch(20);
    desk.host.pass(3_000);
    expect(desk.miniflow.training.getState().status).toBe('paused');
    expect(stepsOf(front(desk))).toBe(20);
    const parent = runOf(desk.miniflow.runs.getState(), id);
    expect(parent === undefined ? NaN : stepsOf(parent)).toBeLessThan(200);
  });
});
