import { describe, expect, test } from 'vitest';
import { currentRun, runOf, stepsOf, type RunRecord } from '../../src/store/runs';
import { emptySeries } from '../../src/training/runSeries';
import type { RunDocument } from '../../src/training/plan';
import { openDesk, type Desk } from './desk';
import { storageWith } from './memoryStorage';

/** A desk with 920 steps at learning rate 0.01 and as many at 0.002. */
async function longDesk(): Promise<Desk> {
  const desk = await openDesk({ storage: storageWith({ epochs: 20, pace: 'full', follow: false }) });
  train(desk);
  desk.miniflow.set({ learningRate: 0.002 });
  train(desk);
  return desk;
}

function train(desk: Desk): void {
  desk.miniflow.train();
  desk.host.runAll();
}

/** The run at the front. @throws Error if there is none */
function front({ miniflow }: Desk): RunRecord {
  const run = currentRun(miniflow.runs.getState());
  if (run === undefined) throw new Error('no run is at the front');
  return run;
}

/** Puts a run behind the front, as the last session is brought back. */
function openBehind(desk: Desk, { name, plan, history, end }: RunDocument): number {
  const id = desk.miniflow.nextId();
  desk.miniflow.openSaved({ id, name, plan, changes: history.changes, parent: undefined, series: emptySeries(), vitals: [] }, history, end, false);
  return id;
}

/** A trainer whose every look at the clock takes so long that a slice has 8 steps. */
function slow(desk: Desk): void {
  desk.host.lookCosts = 11;
}

describe('a replay that is under way', () => {
  test('after the trainer was lost does not shorten what is known of the run, nor does another loss', async () => {
    const desk = await longDesk();
    const document = desk.miniflow.documentOf(1);
    const past = { plan: document.plan, history: document.history };
    desk.lookCosts = 11;
    desk.lose('It ended.');
    desk.host.runNext();
    expect(stepsOf(front(desk))).toBeLessThan(100);
    expect(desk.miniflow.documentOf(1)).toMatchObject(past);
    desk.lose('It ended.');
    expect(desk.miniflow.training.getState().status).toBe('failed');
    expect(desk.miniflow.documentOf(1)).toMatchObject(past);
    desk.miniflow.reset();
    desk.host.runAll();
    expect(desk.miniflow.documentOf(1)).toEqual(document);
    expect(desk.miniflow.training.getState().verdict).toEqual({ steps: 1840, same: true });
  });

  test('broken off leaves a run of the steps that it came to, and what follows is its own history', async () => {
    const desk = await longDesk();
    const document = desk.miniflow.documentOf(1);
    const other = await openDesk({ storage: storageWith({ pace: 'full', follow: false }) });
    slow(other);
    other.miniflow.openDocument(document);
    for (let slice = 0; slice < 19; slice++) other.host.runNext();
    other.miniflow.pauseTraining();
    const steps = stepsOf(front(other));
    expect(steps).toBeLessThan(920);
    expect(other.miniflow.training.getState()).toMatchObject({ status: 'paused', verdict: undefined });
    expect(front(other).changes.map(({ step }) => step)).toEqual([1]);
    // The very rate that the rest of the document had later.
    other.miniflow.set({ learningRate: 0.002, epochs: 1 });
    other.host.lookCosts = 0;
    train(other);
    expect(front(other).changes.map(({ step, learningRate }) => [step, learningRate])).toEqual([[1, 0.01], [steps + 1, 0.002]]);
    const again = await openDesk();
    again.miniflow.openDocument(other.miniflow.documentOf(front(other).id));
    again.host.runAll();
    expect(again.miniflow.training.getState().verdict).toMatchObject({ same: true });
  });

  test('can be branched anywhere, also where it has not come to', async () => {
    const desk = await longDesk();
    const document = desk.miniflow.documentOf(1);
    const other = await openDesk();
    slow(other);
    other.miniflow.openDocument(document);
    other.miniflow.branch(1_200);
    other.host.lookCosts = 0;
    other.host.runAll();
    expect(stepsOf(front(other))).toBe(1_200);
    expect(front(other).series.losses.at(1_200)).toBe(front(desk).series.losses.at(1_200));
  });
});

describe('a run behind the front', () => {
  test('that diverged is judged by its own end, and keeps the rate that it diverged at', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 20, pace: 'full', follow: false, learningRate: 10 }) });
    train(desk);
    const document = desk.miniflow.documentOf(1);
    const other = await openDesk({ storage: storageWith({ epochs: 1, pace: 'full', follow: false }) });
    train(other);
    const id = openBehind(other, document);
    other.host.runAll();
    other.miniflow.openRun(id);
    expect(other.miniflow.training.getState()).toMatchObject({ status: 'diverged', divergedRate: 10, verdict: { same: true } });
  });

  test('is opened with its own settings, whatever is set at the front', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 2, pace: 'full', follow: false, heldOut: 0.3 }) });
    train(desk);
    const document = desk.miniflow.documentOf(1);
    const other = await openDesk({ storage: storageWith({ batchSize: 506 }) });
    const id = openBehind(other, document);
    other.host.runAll();
    const run = runOf(other.miniflow.runs.getState(), id);
    expect(run === undefined ? 0 : stepsOf(run)).toBe(document.history.steps);
    expect(other.host.all('failed')).toEqual([]);
  });

  test('can be compared after the trainer was lost, which knows it no more', async () => {
    const desk = await longDesk();
    desk.miniflow.branch(300, { settings: { learningRate: 0.03 } });
    train(desk);
    desk.lose('It ended.');
    const comparison = desk.miniflow.compare(1, 2, { points: 5, step: 400 });
    for (let turn = 0; turn < 5; turn++) {
      desk.host.runAll();
      await Promise.resolve();
    }
    const { distances } = await comparison;
    expect(distances[0]).toBe(0);
    expect(distances.at(-1)).toBeGreaterThan(0);
  });
});

describe('documentOf', () => {
  test('a run whose trainer has failed does not say where it ended', async () => {
    const desk = await longDesk();
    desk.tell({ type: 'failed', run: 1, message: 'Something broke.' });
    expect(desk.miniflow.documentOf(1).end).toBeUndefined();
  });

  test('a run that is being trained does not say where it ended before', async () => {
    const desk = await longDesk();
    slow(desk);
    desk.miniflow.train();
    desk.host.runNext();
    expect(desk.miniflow.documentOf(1).end).toBeUndefined();
    expect(desk.miniflow.documentOf(1).history.steps).toBeGreaterThan(1_840);
  });
});

describe('repeatRun', () => {
  test('trains as many epochs as the run had, however its batches were sized', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 3, pace: 'full', follow: false }) });
    train(desk);
    desk.miniflow.set({ batchSize: 506 });
    train(desk);
    desk.miniflow.repeatRun(1);
    desk.host.runAll();
    expect(desk.miniflow.training.getState().progress).toMatchObject({ epochs: 6, steps: 6 });
  });
});
