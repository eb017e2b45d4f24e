import { describe, expect, test } from 'vitest';
import { stopsOf } from '../../src/scene/granularity';
import { isMoving } from '../../src/store/playback';
import { openDesk, type Desk } from './desk';

/** How long it takes to play to the end of the iteration, in ticks of so many milliseconds. */
function ticksToEnd({ miniflow, length }: Desk, milliseconds: number, still = false): number {
  let ticks = 0;
  while (miniflow.playback.getState().t < length) {
    miniflow.tick(milliseconds, still);
    ticks++;
  }
  return ticks;
}

describe('tick', () => {
  test('does nothing until play, and nothing after pause', async () => {
    const desk = await openDesk();
    const start = desk.place;
    desk.miniflow.tick(1_000, false);
    expect(desk.place).toEqual(start);
    desk.miniflow.play();
    desk.miniflow.tick(1_000, false);
    const [, t] = desk.place;
    expect(t).toBe(start[1] + 2);
    desk.miniflow.pause();
    desk.miniflow.tick(1_000, false);
    expect(desk.place[1]).toBe(t);
  });

  test('carries time evenly, two strides a second, whatever the ticks are', async () => {
    for (const milliseconds of [1, 16, 100, 375]) {
      const desk = await openDesk();
      const from = desk.place[1];
      desk.miniflow.play();
      for (let passed = 0; passed < 3_000; passed += milliseconds) {
        desk.miniflow.tick(milliseconds, false);
        expect(desk.place[1]).toBeCloseTo(from + (2 * (passed + milliseconds)) / 1_000, 9);
      }
    }
  });

  test('takes the same time for every stride, however many steps it holds', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ granularity: 'phase' });
    desk.miniflow.play();
    desk.miniflow.tick(250, false);
    expect(desk.place[1]).toBeCloseTo((desk.endOf('feed') + desk.endOf('forward')) / 2, 9);
    desk.miniflow.tick(250, false);
    expect(desk.place[1]).toBeCloseTo(desk.endOf('forward'), 9);
  });

  test('goes twice as far at twice the speed', async () => {
    const speeds = [0.25, 1, 2, 4];
    const ways = await Promise.all(
      speeds.map(async (speed) => {
        const desk = await openDesk();
        const from = desk.place[1];
        desk.miniflow.set({ speed });
        desk.miniflow.play();
        desk.miniflow.tick(400, false);
        return desk.place[1] - from;
      }),
    );
    ways.forEach((way, index) => expect(way).toBeCloseTo(0.8 * (speeds[index] ?? NaN), 9));
  });

  test('halts at the end, so that it is seen, and then goes on into the next iteration and plays there', async () => {
    const desk = await openDesk();
    desk.miniflow.play();
    ticksToEnd(desk, 100);
    expect(desk.place).toEqual([1, desk.length]);
    desk.miniflow.tick(16, false);
    expect(desk.place).toEqual([2, desk.endOf('feed') - 2]);
    desk.miniflow.tick(500, false);
    expect(desk.place).toEqual([2, desk.endOf('feed') - 1]);
    expect(desk.miniflow.playback.getState().playing).toBe(true);
    expect(desk.miniflow.training.getState().progress.steps).toBe(1);
  });

  test('waits for the next iteration without asking twice', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.toEnd();
    desk.miniflow.play();
    for (let frame = 0; frame < 60; frame++) desk.miniflow.tick(16, false);
    desk.deliver();
    expect(desk.asked.filter(({ type }) => type === 'advance')).toHaveLength(1);
    desk.miniflow.tick(250, false);
    expect(desk.place).toEqual([2, desk.endOf('feed') - 1.5]);
  });
});

describe('tick for readers who want no motion', () => {
  test.each(['edge', 'node', 'phase'] as const)('moves by whole strides, by %s', async (granularity) => {
    const desk = await openDesk();
    desk.miniflow.set({ granularity });
    desk.miniflow.play();
    const seen = new Set([desk.place[1]]);
    while (desk.place[1] < desk.length) {
      desk.miniflow.tick(16, true);
      seen.add(desk.place[1]);
    }
    const from = desk.endOf('feed');
    expect([...seen]).toEqual(stopsOf(desk.shown.timeline, granularity).filter((stop) => stop >= from));
  });

  test('takes as long as it does with motion', async () => {
    const [moving, still] = await Promise.all([openDesk(), openDesk()]);
    for (const { miniflow } of [moving, still]) miniflow.play();
    expect(ticksToEnd(still, 10, true)).toBe(ticksToEnd(moving, 10));
  });

  test('shows an iteration of the training at its end at once', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ pace: 10 });
    desk.miniflow.tick(0, true);
    desk.miniflow.train();
    desk.host.pass(200);
    expect(desk.miniflow.playback.getState().sweeping).toBe(true);
    expect(desk.miniflow.playback.getState().t).toBe(desk.length);
    expect(isMoving(desk.miniflow.playback.getState())).toBe(false);
  });
});
