import { describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk';

/** A desk whose training has run for a while, 100 steps per second. */
async function trainingDesk(milliseconds: number, queued = false): Promise<Desk> {
  const desk = await openDesk({ queued });
  desk.miniflow.set({ pace: 100 });
  desk.miniflow.train();
  desk.deliver();
  desk.host.pass(milliseconds);
  desk.deliver();
  return desk;
}

describe('while training runs, the graph', () => {
  test('sweeps through an iteration now and then, and keeps none of them', async () => {
    const desk = await trainingDesk(100);
    const { playback } = desk.miniflow;
    expect(playback.getState()).toMatchObject({ sweeping: true, shown: 0, t: desk.endOf('feed'), playing: false });
    const { step } = desk.shown;
    desk.miniflow.tick(300, false);
    expect(desk.place[1]).toBeCloseTo((desk.endOf('feed') + desk.length) / 2, 9);
    desk.miniflow.tick(400, false);
    expect(desk.place[1]).toBe(desk.length);
    desk.host.pass(2_000);
    expect(desk.shown.step).toBeGreaterThan(step + 100);
    expect(playback.getState().iterations).toHaveLength(1);
  });

  test('stays as it is when it is not to follow, and shows the step to come once training stops', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ follow: false, pace: 100 });
    desk.miniflow.seek(40);
    const { shown } = desk;
    desk.miniflow.train();
    desk.host.pass(3_000);
    expect(desk.place[1]).toBe(40);
    expect(desk.shown).toBe(shown);
    desk.miniflow.pauseTraining();
    expect(desk.place).toEqual([desk.miniflow.training.getState().progress.steps + 1, desk.endOf('feed')]);
  });
});

describe('taking hold of the transport while training runs', () => {
  test.each(['stepBack', 'stepForward', 'nextPhase', 'previousPhase', 'toStart', 'play'] as const)(
    'by %s stops the following, not the training',
    async (command) => {
      const desk = await trainingDesk(100);
      desk.miniflow[command]();
      const { shown } = desk;
      expect(desk.asked.at(-1)).toMatchObject({ type: 'settings', settings: { follow: false } });
      const { steps } = desk.miniflow.training.getState().progress;
      desk.host.pass(3_000);
      expect(desk.shown).toBe(shown);
      expect(desk.miniflow.playback.getState()).toMatchObject({ held: true, sweeping: false });
      expect(desk.miniflow.training.getState().status).toBe('training');
      expect(desk.miniflow.training.getState().progress.steps).toBeGreaterThan(steps + 200);
    },
  );

  test('drops the iteration that was on its way to be swept through', async () => {
    const desk = await trainingDesk(100, true);
    desk.host.pass(1_000);
    desk.miniflow.toStart();
    const { shown } = desk;
    desk.deliver();
    expect(desk.shown).toBe(shown);
    expect(desk.place[1]).toBe(0);
  });

  test('and walking past the end leads to the step after, which has been taken long since', async () => {
    const desk = await trainingDesk(100);
    desk.miniflow.toEnd();
    const { step } = desk.shown;
    desk.host.pass(1_000);
    desk.miniflow.stepForward();
    expect(desk.shown.taken).toBe(true);
    expect(desk.place).toEqual([step + 1, desk.endOf('feed') - 1]);
    desk.host.pass(100);
    expect(desk.shown.step).toBe(step + 1);
    desk.miniflow.stepBack();
    expect(desk.place).toEqual([step, desk.length]);
  });

  test('and turning back before the next step comes stays where one is', async () => {
    const desk = await trainingDesk(100);
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.miniflow.stepBack();
    const { place } = desk;
    desk.host.pass(1_000);
    expect(desk.place).toEqual(place);
  });

  test('is not taken from the reader when training ends: the way on leads to the step after', async () => {
    const desk = await trainingDesk(100);
    desk.miniflow.toStart();
    const { shown } = desk;
    desk.host.pass(100_000);
    expect(desk.miniflow.training.getState().status).toBe('finished');
    expect([desk.shown, desk.place[1]]).toEqual([shown, 0]);
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    expect(desk.place).toEqual([shown.step + 1, desk.endOf('feed') - 1]);
    expect(desk.miniflow.training.getState().progress.steps).toBe(4_600);
  });

  test('keeps the walk bounded, however often training runs and stops behind it', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ follow: false });
    for (let round = 0; round < 40; round++) {
      desk.miniflow.train();
      desk.host.pass(40);
      desk.miniflow.stepBack();
      desk.miniflow.pauseTraining();
    }
    const { iterations, shown } = desk.miniflow.playback.getState();
    expect(iterations.length).toBeLessThanOrEqual(24);
    expect(shown).toBeGreaterThanOrEqual(0);
  });

  test('unticked in the middle of a sweep ends the sweep where it is', async () => {
    const desk = await openDesk();
    desk.miniflow.train();
    desk.host.pass(20);
    expect(desk.miniflow.playback.getState().sweeping).toBe(true);
    desk.miniflow.set({ follow: false });
    expect(desk.miniflow.playback.getState().sweeping).toBe(false);
  });

  test('and walking past the end just as training stops takes no step that is not seen', async () => {
    const desk = await trainingDesk(100, true);
    const { step } = desk.shown;
    desk.miniflow.toEnd();
    desk.miniflow.pauseTraining();
    desk.deliverRequests();
    desk.miniflow.stepForward();
    desk.deliver();
    const { steps } = desk.miniflow.training.getState().progress;
    expect(desk.place).toEqual([step + 1, desk.endOf('feed') - 1]);
    expect(desk.host.last('recorded')).toMatchObject({ step: steps + 1, taken: false });
    expect(desk.miniflow.playback.getState().waiting).toBe(false);
  });

  test.each([
    ['asking for the following', (desk: Desk) => desk.miniflow.set({ follow: true })],
    [
      'training anew',
      (desk: Desk) => {
        desk.miniflow.pauseTraining();
        desk.miniflow.train();
      },
    ],
  ])('ends by %s', async (_, release) => {
    const desk = await trainingDesk(100);
    desk.miniflow.play();
    const { shown } = desk;
    release(desk);
    expect(desk.miniflow.playback.getState()).toMatchObject({ held: false, playing: false });
    desk.host.pass(1_000);
    expect(desk.shown).not.toBe(shown);
    expect(desk.miniflow.playback.getState().sweeping).toBe(true);
  });
});
