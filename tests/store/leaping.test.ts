import { describe, expect, test } from 'vitest';
import { bostonTrainer, lossesOf } from '../training/bostonRun';
import { openDesk } from './desk';

describe('nextPhase and previousPhase', () => {
  test('go to the ends of phases whatever the step size is', async () => {
    const desk = await openDesk();
    desk.miniflow.seek(desk.endOf('feed') + 1.5);
    desk.miniflow.nextPhase();
    expect(desk.place[1]).toBe(desk.endOf('forward'));
    desk.miniflow.nextPhase();
    expect(desk.place[1]).toBe(desk.endOf('seed'));
    desk.miniflow.previousPhase();
    desk.miniflow.previousPhase();
    expect(desk.place[1]).toBe(desk.endOf('feed'));
  });

  test('go into the next iteration and out of it by a whole phase', async () => {
    const desk = await openDesk();
    for (let time = 0; time < 2; time++) {
      desk.miniflow.toEnd();
      desk.miniflow.nextPhase();
      expect(desk.place).toEqual([2, desk.endOf('feed')]);
      desk.miniflow.previousPhase();
      expect(desk.place).toEqual([1, desk.length]);
    }
  });
});

describe('stepOnce', () => {
  test('takes a step of SGD and stays at the same moment, of the one that comes next', async () => {
    const desk = await openDesk();
    desk.miniflow.seek(desk.endOf('forward'));
    const moment = desk.place[1];
    desk.miniflow.stepOnce();
    desk.miniflow.stepOnce();
    expect(desk.place).toEqual([3, moment]);
    const [first, second] = lossesOf(bostonTrainer(), 2);
    const { losses, status } = desk.miniflow.training.getState();
    expect([losses.at(1), losses.at(2), status]).toEqual([first, second, 'ready']);
  });

  test('after walking back takes the next step to come, not one that has been', async () => {
    const desk = await openDesk();
    desk.miniflow.stepOnce();
    desk.miniflow.stepOnce();
    desk.miniflow.toStart();
    desk.miniflow.stepBack();
    expect(desk.shown.step).toBe(2);
    desk.miniflow.stepOnce();
    expect(desk.shown.step).toBe(4);
    expect(desk.miniflow.training.getState().progress.steps).toBe(3);
  });
});
