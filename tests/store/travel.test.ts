import { describe, expect, test } from 'vitest';
import { currentRun } from '../../src/store/runs';
import { openDesk, type Desk } from './desk';
import { storageWith } from './memoryStorage';

/** A desk with 3 epochs trained: 138 steps. */
async function trainedDesk(queued = false): Promise<Desk> {
  const desk = await openDesk({ queued, storage: storageWith({ epochs: 3, pace: 'full', follow: false }) });
  desk.miniflow.train();
  desk.deliver();
  desk.host.runAll();
  desk.deliver();
  return desk;
}

describe('seekStep', () => {
  test('shows that step with all of its gradients, and what the network said before it', async () => {
    const desk = await trainedDesk();
    const now = desk.miniflow.training.getState().predictions;
    desk.miniflow.seekStep(50);
    expect([desk.shown.step, desk.shown.taken]).toEqual([50, true]);
    expect(desk.place[1]).toBe(desk.endOf('backward'));
    expect(desk.miniflow.training.getState().predictions).not.toEqual(now);
    // The loss is compared with the one that training has told.
    expect(desk.miniflow.training.getState().restored).toMatchObject({ step: 50, same: true });
    desk.miniflow.toPresent();
    expect([desk.shown.step, desk.shown.taken]).toEqual([139, false]);
    expect(desk.miniflow.training.getState().predictions).toEqual(now);
  });

  test('from step to step keeps the moment', async () => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(50);
    desk.miniflow.seek(desk.endOf('forward') - 2);
    const [, moment] = desk.place;
    desk.miniflow.seekStep(7);
    expect(desk.place).toEqual([7, moment]);
    desk.miniflow.leap?.(1);
    desk.miniflow.leap?.(1);
    expect(desk.place).toEqual([9, moment]);
  });

  test.each([
    [-3, 1],
    [0, 1],
    [1e9, 139],
    [12.4, 12],
  ])('to step %d goes to %d', async (wanted, step) => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(wanted);
    expect(desk.shown.step).toBe(step);
  });

  test('shows only the step that was asked for last', async () => {
    const desk = await trainedDesk(true);
    for (const step of [90, 20, 55]) desk.miniflow.seekStep(step);
    const seen: number[] = [];
    desk.miniflow.playback.subscribe(() => seen.push(desk.shown.step));
    desk.deliver();
    expect(new Set(seen)).toEqual(new Set([55]));
  });

  test('while training runs holds the graph, and training goes on', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 50, pace: 500 }) });
    desk.miniflow.train();
    desk.host.pass(500);
    desk.miniflow.seekStep(10);
    desk.host.pass(1_000);
    expect(desk.shown.step).toBe(10);
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'training' });
    expect(desk.miniflow.training.getState().progress.steps).toBeGreaterThan(600);
  });
});

describe('a setting that is changed in the past', () => {
  test('leaves the step on the screen, and holds for the step to come', async () => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(50);
    const { recording } = desk.shown.timeline;
    desk.miniflow.set({ learningRate: 0.25, batchSize: 4 });
    expect(desk.shown).toMatchObject({ step: 50, timeline: { recording } });
    desk.miniflow.toPresent();
    expect(desk.shown.step).toBe(139);
    expect(desk.shown.timeline.recording.steps.find(({ kind }) => kind === 'update')).toMatchObject({ learningRate: 0.25 });
    desk.miniflow.set({ learningRate: 0.5 });
    expect(desk.shown.timeline.recording.steps.find(({ kind }) => kind === 'update')).toMatchObject({ learningRate: 0.5 });
  });
});

describe('walking in the past', () => {
  test('past the end of a step leads into the next that was taken, up to the one to come', async () => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(137);
    const steps = [];
    for (let walked = 0; walked < 3; walked++) {
      desk.miniflow.toEnd();
      desk.miniflow.stepForward();
      steps.push([desk.shown.step, desk.shown.taken]);
      if (desk.shown.step === 139) break;
    }
    expect(steps).toEqual([[138, true], [139, false]]);
    expect(desk.miniflow.training.getState().progress.steps).toBe(138);
  });

  test('back before the batch leads to the end of the step before, though it is not kept', async () => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(50);
    desk.miniflow.seek(desk.endOf('feed') - 2);
    for (let presses = 0; desk.shown.step === 50 && presses < 20; presses++) desk.miniflow.stepBack();
    expect(desk.place).toEqual([49, desk.length]);
  });

  test('back from step 1 leads through its sort to the very beginning', async () => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(1);
    for (let presses = 0; presses < 80; presses++) desk.miniflow.stepBack();
    expect(desk.place).toEqual([1, 0]);
  });

  test('plays on from step to step', async () => {
    const desk = await trainedDesk();
    desk.miniflow.set({ granularity: 'phase', speed: 16 });
    desk.miniflow.seekStep(20);
    desk.miniflow.play();
    for (let frame = 0; frame < 60; frame++) desk.miniflow.tick(50, false);
    expect(desk.shown.step).toBeGreaterThan(22);
    expect(desk.shown.taken).toBe(true);
  });
});

describe('jump', () => {
  test('finds the step with the greatest loss and the one with the greatest gradient', async () => {
    const desk = await trainedDesk();
    const series = currentRun(desk.miniflow.runs.getState())?.series;
    if (series === undefined) throw new Error('there is a run');
    for (const [landmark, one] of [['worst batch', series.losses], ['largest gradient', series.gradientNorms]] as const) {
      const numbers = Array.from({ length: 138 }, (_, index) => one.at(index + 1));
      desk.miniflow.jump(landmark);
      expect(desk.shown.step).toBe(numbers.indexOf(Math.max(...numbers)) + 1);
    }
  });

  test('finds the step at which numbers stopped being finite, once they have', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 20, pace: 'full', follow: false, learningRate: 10 }) });
    desk.miniflow.train();
    desk.host.runAll();
    const { divergence } = desk.miniflow.training.getState();
    expect(divergence?.step).toBeGreaterThan(1);
    desk.miniflow.seekStep(1);
    desk.miniflow.jump('first non-finite');
    expect(desk.shown.step).toBe((divergence?.step ?? NaN) + 1);
    desk.miniflow.toPresent();
    expect(desk.shown).toMatchObject({ step: (divergence?.step ?? NaN) + 1, taken: true });
  });

  test('to a step that there is not stays where it is', async () => {
    const desk = await openDesk();
    const { place } = desk;
    for (const landmark of ['worst batch', 'largest gradient', 'first non-finite'] as const) desk.miniflow.jump(landmark);
    expect(desk.place).toEqual(place);
  });
});

describe('training behind a step of the past', () => {
  test('once stopped, leaves the way on from that step to lead to the one after it', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 50, pace: 500 }) });
    desk.miniflow.train();
    desk.host.pass(500);
    desk.miniflow.seekStep(10);
    desk.host.pass(500);
    desk.miniflow.pauseTraining();
    const { steps } = desk.miniflow.training.getState().progress;
    expect(desk.shown.step).toBe(10);
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    expect(desk.shown.step).toBe(11);
    expect(desk.miniflow.training.getState().progress.steps).toBe(steps);
  });

  test('begun from there, with a graph that does not follow, shows the step to come once it ends', async () => {
    const desk = await trainedDesk();
    desk.miniflow.seekStep(50);
    desk.miniflow.train();
    desk.host.runAll();
    expect([desk.shown.step, desk.shown.taken]).toEqual([277, false]);
  });
});
