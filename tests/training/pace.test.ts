import { describe, expect, test } from 'vitest';
import { Throttle } from '../../src/training/pace';
import { FLAT_OUT, openSession } from './bostonRun';

describe('training at a pace', () => {
  test.each([
    [1, 12],
    [10, 12],
    [100, 12],
    [500, 9],
    [5000, 5],
  ])('of %i steps per second takes as many every second', (pace, seconds) => {
    const { host, session } = openSession({ pace, batchSize: 1 });
    session.handle({ type: 'train', run: 1, epochs: 1_000, stop: {} });
    for (let second = 1; second <= seconds; second++) {
      host.pass(1_000);
      session.handle({ type: 'pause', run: 1 });
      expect(host.steps).toBeGreaterThanOrEqual(pace * second - 1 - pace * 0.004 * second);
      expect(host.steps).toBeLessThanOrEqual(pace * second);
      session.handle({ type: 'train', run: 1, epochs: 1_000, stop: {} });
    }
  });

  test('reports the rate that it keeps and the time that is left', () => {
    const { host, session } = openSession({ pace: 100 });
    session.handle({ type: 'train', run: 1, epochs: 10, stop: {} });
    host.pass(3_000);
    const { stepsPerSecond, secondsLeft, steps } = host.last('progress').progress;
    expect(stepsPerSecond).toBeCloseTo(100, 9);
    expect(secondsLeft).toBeCloseTo((460 - steps) / 100, 9);
    session.handle({ type: 'pause', run: 1 });
    expect(host.last('progress').progress).toMatchObject({ stepsPerSecond: 0, secondsLeft: NaN });
  });

  test('does not rush after the machine was asleep', () => {
    const { host, session } = openSession({ pace: 100 });
    session.handle({ type: 'train', run: 1, epochs: 1_000, stop: {} });
    host.pass(1_000);
    const before = host.steps;
    host.sleep(3_600_000);
    host.pass(1_000);
    const after = host.steps - before;
    expect(after).toBeGreaterThanOrEqual(95);
    expect(after).toBeLessThanOrEqual(102);
  });

  test('takes up another pace at once, from where it is', () => {
    const { host, session } = openSession({ pace: 10 });
    session.handle({ type: 'train', run: 1, epochs: 1_000, stop: {} });
    host.pass(10_000);
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, pace: 100 } });
    host.pass(1_000);
    session.handle({ type: 'pause', run: 1 });
    expect(host.steps).toBeGreaterThanOrEqual(198);
    expect(host.steps).toBeLessThanOrEqual(200);
  });
});

describe('Throttle', () => {
  test('says exactly how many steps are due', () => {
    const pace = new Throttle(8, 1_000, 50);
    expect([1_000, 1_124, 1_125, 1_250, 2_000].map((now) => pace.due(now, 50))).toEqual([0, 0, 1, 2, 8]);
    expect(pace.due(2_000, 58)).toBe(0);
    expect(pace.due(2_000, 60)).toBe(-2);
  });

  test('without limit always has steps due and never waits', () => {
    const pace = new Throttle(Infinity, 0, 0);
    expect(pace.due(0, 1_000)).toBe(Infinity);
    expect(pace.wait).toBe(0);
  });

  test('more than a second behind asks for one step and goes on from there', () => {
    const pace = new Throttle(100, 0, 0);
    expect(pace.due(1_001, 0)).toBe(100);
    expect(pace.due(60_000, 0)).toBe(1);
    expect(pace.due(60_010, 1)).toBe(1);
    expect(pace.due(60_500, 1)).toBe(50);
  });

  test('waits for one step, but no longer than a reader would notice nor shorter than timers can', () => {
    expect([1, 10, 100, 500, 5_000].map((perSecond) => new Throttle(perSecond, 0, 0).wait)).toEqual([250, 100, 10, 4, 4]);
  });
});
