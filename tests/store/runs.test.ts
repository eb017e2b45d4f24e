import { describe, expect, test } from 'vitest';
import { currentRun, runOf, stepsOf, type RunRecord } from '../../src/store/runs';
import { openDesk, type Desk } from './desk';
import { storageWith } from './memoryStorage';

/** A desk with 2 epochs trained: 92 steps. */
async function trainedDesk(): Promise<Desk> {
  const desk = await openDesk({ storage: storageWith({ epochs: 2, pace: 'full', follow: false }) });
  desk.miniflow.train();
  desk.host.runAll();
  return desk;
}

/** The run at the front. @throws Error if there is none */
function front({ miniflow }: Desk): RunRecord {
  const run = currentRun(miniflow.runs.getState());
  if (run === undefined) throw new Error('no run is at the front');
  return run;
}

/** The losses of a run, from step 1. */
function lossesOf({ series: { losses } }: RunRecord): number[] {
  return Array.from({ length: losses.lastStep }, (_, index) => losses.at(index + 1));
}

function train(desk: Desk): void {
  desk.miniflow.train();
  desk.host.runAll();
}

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

describe('many runs', () => {
  test('are at most 24: the oldest that no chart shows goes, and the page says so', async () => {
    const desk = await trainedDesk();
    for (let branch = 0; branch < 24; branch++) desk.miniflow.branch(10);
    const { runs } = desk.miniflow.runs.getState();
    expect(runs.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 2));
    expect(desk.miniflow.training.getState().notice).toMatch(/^Run 1 was let go of: at most 24 runs are kept\. Run \d+ is not drawn any more/);
  });

  test('have at most eight in the charts, each with a look of its own', async () => {
    const desk = await trainedDesk();
    for (let branch = 0; branch < 20; branch++) {
      desk.miniflow.branch(10);
      const shown = desk.miniflow.runs.getState().runs.filter((run) => run.shown);
      expect(new Set(shown.map(({ slot }) => slot)).size).toBe(shown.length);
      expect(shown.length).toBeLessThanOrEqual(8);
      expect(shown.at(-1)?.id).toBe(front(desk).id);
    }
  });

  test('of which a hidden one is shown take another out of the charts, and say which', async () => {
    const desk = await trainedDesk();
    for (let branch = 0; branch < 9; branch++) desk.miniflow.branch(10);
    const hidden = desk.miniflow.runs.getState().runs.find((run) => !run.shown);
    desk.miniflow.showRun(hidden?.id ?? NaN, true);
    const shown = desk.miniflow.runs.getState().runs.filter((run) => run.shown);
    expect(shown.map(({ id }) => id)).toContain(hidden?.id);
    expect(new Set(shown.map(({ slot }) => slot)).size).toBe(8);
    expect(desk.miniflow.training.getState().notice).toBe('Run 3 is not drawn any more: only 8 curves can be told apart. It is still among the runs.');
    desk.miniflow.showRun(hidden?.id ?? NaN, false);
    expect(desk.miniflow.runs.getState().runs.filter((run) => run.shown)).toHaveLength(7);
  });

  test('that never took a step use up no names', async () => {
    const desk = await openDesk();
    desk.miniflow.reset();
    desk.miniflow.set({ hidden: 5 });
    expect(front(desk).name).toBe('Run 1');
    train(desk);
    desk.miniflow.reset();
    expect(front(desk).name).toBe('Run 2');
  });
});
