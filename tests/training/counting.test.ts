import { describe, expect, test } from 'vitest';
import { EpochCounter } from '../../src/training/epochs';
import { RateMeter } from '../../src/training/rate';

describe('EpochCounter', () => {
  test('ends an epoch with its last step, and gives the mean of its losses', () => {
    const epochs = new EpochCounter();
    const ended = [4, 8, 3, 1, 2, 9].map((loss) => epochs.add(loss, 3));
    expect(ended).toEqual([undefined, undefined, 5, undefined, undefined, 4]);
    expect([epochs.completed, epochs.stepsInEpoch]).toEqual([2, 0]);
  });

  test('goes on counting when the batch gets smaller in the middle', () => {
    const epochs = new EpochCounter();
    for (const loss of [10, 10]) epochs.add(loss, 3);
    for (const loss of [40, 40]) expect(epochs.add(loss, 5)).toBeUndefined();
    expect(epochs.stepsInEpoch).toBe(4);
    expect(epochs.add(20, 5)).toBe(24);
  });

  test('ends at the next step when the batch gets so large that enough have been taken', () => {
    const epochs = new EpochCounter();
    for (const loss of [1, 1, 1, 1]) epochs.add(loss, 46);
    expect(epochs.add(6, 2)).toBe(2);
    expect(epochs.add(7, 1)).toBe(7);
    expect(epochs.completed).toBe(2);
  });

  test('set to the state of another goes on as that one does', () => {
    const [one, other] = [new EpochCounter(), new EpochCounter()];
    for (const loss of [3, 0.1, 0.2, 5]) one.add(loss, 3);
    other.state = one.state;
    expect([other.add(1, 3), other.add(0.7, 3)]).toEqual([one.add(1, 3), one.add(0.7, 3)]);
    expect(other.state).toEqual(one.state);
  });
});

describe('RateMeter', () => {
  test('knows no rate before there are two notes some time apart', () => {
    const rate = new RateMeter();
    expect(rate.stepsPerSecond).toBe(0);
    rate.note(100, 7);
    expect(rate.stepsPerSecond).toBe(0);
    rate.note(100, 9);
    expect(rate.stepsPerSecond).toBe(0);
    rate.note(150, 19);
    expect(rate.stepsPerSecond).toBe(240);
  });

  test('follows a change of speed within a second or so', () => {
    const rate = new RateMeter();
    let steps = 0;
    for (let at = 0; at <= 5_000; at += 10) rate.note(at, (steps += 1));
    expect(rate.stepsPerSecond).toBeCloseTo(100, 9);
    for (let at = 5_010; at <= 6_100; at += 10) rate.note(at, (steps += 5));
    expect(rate.stepsPerSecond).toBeCloseTo(500, 9);
  });

  test('measures what comes seldom over the two last notes', () => {
    const rate = new RateMeter();
    [0, 5_000, 10_000].forEach((at, index) => rate.note(at, [0, 1, 21][index] ?? 0));
    expect(rate.stepsPerSecond).toBe(4);
  });

  test('forgets when it is cleared', () => {
    const rate = new RateMeter();
    rate.note(0, 0);
    rate.note(10, 10);
    rate.clear();
    expect(rate.stepsPerSecond).toBe(0);
    rate.note(60_000, 10);
    rate.note(60_010, 30);
    expect(rate.stepsPerSecond).toBe(2_000);
  });
});
