import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepSession } from '../../../src/store/session/keepSession';
import { SAVING_PAUSE } from '../../../src/store/session/savedSession';
import { stepsOf } from '../../../src/store/runs';
import type { RunDocument } from '../../../src/training/plan';
import { Desk, type DeskOptions } from '../desk';
import { MemoryStorage } from '../memoryStorage';
import { FakePage, FakeShelf } from './fakeShelf';

let shelf: FakeShelf;
let storage: MemoryStorage;

/** The product in a browser that keeps `shelf` and `storage`. */
function begun(options: DeskOptions = {}): Desk {
  return new Desk({
    ...options,
    storage,
    bringBack: (miniflow) => keepSession(miniflow, { openShelf: shelf.open, page: new FakePage(), storage: () => storage }).begin(),
  });
}

/** A visit to it, once all that it began has come to its end. */
async function visit(): Promise<Desk> {
  const desk = begun();
  const loaded = desk.miniflow.load();
  await atRest(desk);
  await loaded;
  await atRest(desk);
  return desk;
}

/** Lets the trainer work, and the page keep what came of it. */
async function atRest(desk: Desk): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    desk.host.runAll();
    await vi.advanceTimersByTimeAsync(SAVING_PAUSE / 5);
  }
}

function documents({ miniflow }: Desk): RunDocument[] {
  return miniflow.runs.getState().runs.map(({ id }) => miniflow.documentOf(id));
}

/** A visit in which the lesson was trained for an epoch, branched at step 30 with another rate, and trained to that epoch's end. */
async function worked(): Promise<Desk> {
  const desk = await visit();
  const { miniflow } = desk;
  miniflow.set({ epochs: 1, pace: 'full' });
  miniflow.train();
  await atRest(desk);
  miniflow.branch(30, { settings: { learningRate: 0.002 } });
  await atRest(desk);
  miniflow.train();
  await atRest(desk);
  miniflow.renameRun(1, 'The first');
  miniflow.seekStep(12);
  await atRest(desk);
  return desk;
}

beforeEach(() => {
  [shelf, storage] = [new FakeShelf(), new MemoryStorage()];
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('keepSession', () => {
  test('brings all runs back as they were: names, pasts, ends to the last bit, and the step on the screen', async () => {
    const before = await worked();
    expect(documents(before).map(({ name, history }) => [name, history.steps])).toEqual([['The first', 46], ['Run 2', 46]]);
    expect(documents(before).every(({ end }) => end !== undefined)).toBe(true);
    const after = await visit();
    expect(documents(after)).toEqual(documents(before));
    expect(after.shown).toEqual(before.shown);
    const kept = ({ miniflow }: Desk): unknown => miniflow.runs.getState().runs.map(({ id, slot, shown, parent }) => ({ id, slot, shown, parent }));
    expect(kept(after)).toEqual(kept(before));
    expect(after.miniflow.training.getState()).toMatchObject({ run: 2, status: 'paused', verdict: { steps: 46, same: true }, notice: undefined });
  });

  test('brings the curves back, of every run', async () => {
    const before = await worked();
    const after = await visit();
    const losses = ({ miniflow }: Desk): number[][] =>
      miniflow.runs.getState().runs.map((run) => Array.from({ length: stepsOf(run) }, (_, index) => run.series.losses.at(index + 1)));
    expect(losses(after)).toEqual(losses(before));
  });

  test('goes on where the last visit ended as if it had not', async () => {
    const before = await worked();
    const after = await visit();
    for (const { miniflow } of [before, after]) {
      miniflow.toPresent();
      miniflow.train();
    }
    await atRest(before);
    await atRest(after);
    expect(documents(after)[1]?.history.steps).toBe(92);
    expect(documents(after)[1]).toEqual(documents(before)[1]);
  });

  test('gives a new run a number that no run of the last session has', async () => {
    await worked();
    const { miniflow } = await visit();
    miniflow.newSeed();
    expect(miniflow.runs.getState().runs.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('in a browser that refuses says so in the notice, and all else works', async () => {
    shelf.refusal = new DOMException('Denied.', 'SecurityError');
    const desk = await worked();
    expect(documents(desk)).toHaveLength(2);
    expect(desk.miniflow.training.getState().notice).toBe(
      'This browser keeps nothing between visits here (storage is refused to this page, as it is in a private window). Save the run as a file to keep it.',
    );
  });

  test('says in the notice which run could not be brought back', async () => {
    await worked();
    const kept = shelf.value as { runs: object[] };
    shelf.value = { ...kept, runs: [{ ...kept.runs[0], steps: 0.5 }, kept.runs[1]] };
    const { miniflow } = await visit();
    expect(miniflow.runs.getState().runs.map(({ name, parent }) => [name, parent])).toEqual([['Run 2', undefined]]);
    expect(miniflow.training.getState().notice).toBe(
      '“The first” of the last session could not be brought back: steps is 0.5; it must be a whole number from 0 to 10,000,000.',
    );
  });

  test('loses nothing when the worker ends in the middle of the replay, nor when the page is left there', async () => {
    const before = await worked();
    // Between this page and its trainer every message takes its time.
    const desk = begun({ queued: true });
    const writes = shelf.written.length;
    void desk.miniflow.load();
    await vi.advanceTimersByTimeAsync(2 * SAVING_PAUSE);
    expect(shelf.written.length).toBeGreaterThan(writes);
    expect(desk.miniflow.training.getState().status).toBe('restoring');
    expect((shelf.value as { runs: { steps: number }[] }).runs.map(({ steps }) => steps)).toEqual([46, 46]);
    desk.lose('The training worker ended unexpectedly.');
    for (let turn = 0; turn < 10; turn++) {
      desk.deliver();
      await atRest(desk);
    }
    expect(documents(desk)).toEqual(documents(before));
    expect(desk.started).toBe(2);
  });

  test('does not write while a reader only walks within a step', async () => {
    const desk = await worked();
    const before = shelf.written.length;
    desk.miniflow.stepForward();
    desk.miniflow.toStart();
    desk.miniflow.nextPhase();
    await atRest(desk);
    expect(shelf.written.length).toBe(before);
  });
});
