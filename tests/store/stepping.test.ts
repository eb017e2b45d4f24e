import { describe, expect, test } from 'vitest';
import { GRANULARITIES } from '../../src/scene/granularity';
import { bostonTrainer } from '../training/bostonRun';
import { openDesk, type Desk } from './desk';

/** Every place from here on, until step number `last` of SGD has been walked through. */
function walkForward(desk: Desk, last: number): (readonly [number, number])[] {
  const places = [desk.place];
  while (desk.place[0] < last || desk.place[1] < desk.length) {
    desk.miniflow.stepForward();
    places.push(desk.place);
  }
  return places;
}

describe.each(GRANULARITIES)('stepping by %s', (granularity) => {
  test('back goes through the very places that stepping forward went through', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ granularity });
    desk.miniflow.toStart();
    const there = walkForward(desk, 3);
    expect(there[0]).toEqual([1, 0]);
    expect(new Set(there.map(String)).size).toBe(there.length);
    const back = [desk.place];
    while (desk.place[0] > 1 || desk.place[1] > 0) {
      desk.miniflow.stepBack();
      back.push(desk.place);
    }
    expect(back).toEqual(there.toReversed());
    desk.miniflow.stepBack();
    expect(desk.place).toEqual([1, 0]);
  });

  test('past the end goes into the next iteration with the first of its batch, and back to the end of the one before', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ granularity });
    desk.miniflow.toEnd();
    const end = desk.length;
    const entry = granularity === 'phase' ? desk.endOf('feed') : desk.endOf('feed') - 1;
    desk.miniflow.stepForward();
    expect(desk.place).toEqual([2, entry]);
    desk.miniflow.stepBack();
    expect(desk.place).toEqual([1, end]);
    desk.miniflow.stepForward();
    expect(desk.place).toEqual([2, entry]);
  });
});

describe('stepForward', () => {
  test('goes through one step after the other, edge by edge', async () => {
    const desk = await openDesk();
    const from = desk.endOf('feed');
    const times = walkForward(desk, 1).map(([, t]) => t);
    expect(times).toEqual(Array.from({ length: desk.length - from + 1 }, (_, index) => from + index));
  });

  test('past the end takes the SGD step that was shown: its loss is appended, and the next batch is drawn', async () => {
    const desk = await openDesk();
    const { miniflow } = desk;
    const trainer = bostonTrainer();
    for (const step of [1, 2, 3]) {
      miniflow.toEnd();
      miniflow.stepForward();
      const loss = trainer.step();
      const { losses, lastLoss, progress } = miniflow.training.getState();
      expect([losses.lastStep, losses.at(step), lastLoss, progress.steps]).toEqual([step, loss, loss, step]);
      expect(desk.shown.timeline.recording).toEqual(trainer.previewStep());
    }
  });

  test('after walking back shows the iterations that there were, and trains no further', async () => {
    const desk = await openDesk();
    for (let step = 0; step < 3; step++) {
      desk.miniflow.toEnd();
      desk.miniflow.stepForward();
    }
    const asked = desk.asked.length;
    const before = desk.miniflow.playback.getState().iterations;
    for (let step = 0; step < 3; step++) desk.miniflow.stepBack();
    expect(desk.shown.step).toBe(3);
    for (const step of [2, 1]) {
      desk.miniflow.toStart();
      desk.miniflow.stepBack();
      expect(desk.place).toEqual([step, desk.length]);
    }
    for (const step of [2, 3, 4]) {
      desk.miniflow.stepForward();
      expect(desk.place).toEqual([step, desk.endOf('feed') - 1]);
      desk.miniflow.toEnd();
    }
    expect(desk.miniflow.playback.getState().iterations).toBe(before);
    expect(desk.asked).toHaveLength(asked);
  });

  test('twice while the next iteration is on its way asks for it once, and goes on in it', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.miniflow.stepForward();
    expect(desk.miniflow.playback.getState().waiting).toBe(true);
    desk.deliver();
    expect(desk.asked.map(({ type }) => type)).toEqual(['open', 'advance']);
    expect(desk.place).toEqual([2, desk.endOf('feed')]);
    expect(desk.miniflow.playback.getState().waiting).toBe(false);
    expect(desk.miniflow.training.getState().progress.steps).toBe(1);
  });

  test('once is not lost when Step once is pressed twice', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.stepOnce();
    desk.miniflow.stepOnce();
    desk.deliver();
    desk.deliver();
    expect(desk.miniflow.training.getState().progress.steps).toBe(2);
  });

  test('and turning back before the next iteration has come stays where one is; it waits behind', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.miniflow.stepBack();
    desk.deliver();
    expect(desk.place).toEqual([1, desk.length - 1]);
    for (let step = 0; step < 2; step++) desk.miniflow.stepForward();
    desk.deliver();
    expect(desk.place).toEqual([2, desk.endOf('feed') - 1]);
    expect(desk.miniflow.training.getState().progress.steps).toBe(1);
  });

  test('leaves a bounded number of iterations to walk back to: the newest', async () => {
    const desk = await openDesk();
    for (let step = 1; step < 40; step++) {
      desk.miniflow.toEnd();
      desk.miniflow.stepForward();
    }
    const { iterations, shown } = desk.miniflow.playback.getState();
    expect(iterations.map(({ step }) => step)).toEqual(Array.from({ length: 24 }, (_, index) => 17 + index));
    expect(shown).toBe(23);
    expect(desk.miniflow.training.getState().losses.stepCount).toBe(39);
  });
});
