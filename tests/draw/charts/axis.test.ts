import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleAround, settleCount, settleLinear, settleLog } from '../../../src/draw/charts/domain';
import { countTicks, linearTicks, logTicks, lyingTicks, tickLabels } from '../../../src/draw/charts/ticks';
import { CHARACTER } from '../../../src/draw/parts/lettering';
import { formatCount } from '../../../src/scene/format';

const positive = fc.double({ min: 1e-9, max: 1e12, noNaN: true });

describe('ticks', () => {
  test('of a linear axis are round and never nearer to each other than asked', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 40, max: 600 }), (high, length) => {
        const ticks = linearTicks([0, high], length, 30);
        expect(ticks.length).toBeGreaterThan(0);
        for (let index = 1; index < ticks.length; index++) {
          expect((((ticks[index] ?? 0) - (ticks[index - 1] ?? 0)) / high) * length).toBeGreaterThanOrEqual(30 - 1e-6);
        }
      }),
    );
  });

  test('of a logarithmic axis are 1, 2 and 5 times powers of ten, and fewer where decades crowd', () => {
    expect(logTicks([5, 100], 150, 20)).toEqual([5, 10, 20, 50, 100]);
    expect(logTicks([1, 1e6], 150, 20)).toEqual([1, 10, 100, 1000, 1e4, 1e5, 1e6]);
    expect(logTicks([1e-6, 1e6], 100, 20)).toEqual([1e-6, 1e-3, 1, 1000, 1e6]);
    expect(logTicks([0.1, 0.5], 60, 10)).toEqual([0.1, 0.2, 0.5]);
  });

  test('of an axis that counts are whole, and their labels never overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 60, max: 900 }), (end, length) => {
        const ticks = countTicks([0, end], length, formatCount);
        expect(ticks.every(Number.isInteger)).toBe(true);
        for (let index = 1; index < ticks.length; index++) {
          const [before = 0, here = 0] = [ticks[index - 1], ticks[index]];
          const gap = ((here - before) / end) * length;
          expect(gap).toBeGreaterThan(((formatCount(before).length + formatCount(here).length) * CHARACTER) / 2);
        }
      }),
    );
  });
});

describe('lyingTicks and tickLabels', () => {
  test('never let labels touch each other, also of narrow ranges far from zero', () => {
    const range = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(range, fc.integer({ min: 150, max: 900 }), ([from, span], length) => {
        const ticks = lyingTicks([from, from + span], length);
        const labels = tickLabels(ticks);
        expect(new Set(labels).size).toBe(ticks.length);
        for (let index = 1; index < ticks.length; index++) {
          const gap = (((ticks[index] ?? 0) - (ticks[index - 1] ?? 0)) / span) * length;
          expect(gap).toBeGreaterThan((((labels[index] ?? '').length + (labels[index - 1] ?? '').length) * CHARACTER) / 2);
        }
      }),
    );
  });

  test('write as many digits as tell neighbours apart', () => {
    expect(tickLabels([1000000.01, 1000000.02])).toEqual(['1000000.01', '1000000.02']);
    expect(tickLabels([-0.5, 0, 0.5])).toEqual(['−0.5', '0', '0.5']);
  });
});

describe('domains', () => {
  test('of a linear axis hold zero and the data', () => {
    expect(settleLinear(null, 14, 930)).toEqual([0, 1000]);
    expect(settleLinear(null, -3.2, -1)).toEqual([-3.5, 0]);
    expect(settleLinear(null, 0, 0)).toEqual([0, 1]);
  });

  test('around a curve have zero only if it is near, and air around what is constant', () => {
    expect(settleAround(null, -6.5, 650)).toEqual([-50, 650]);
    expect(settleAround(null, 2, 9)).toEqual([0, 9]);
    expect(settleAround(null, 1001, 1003)).toEqual([1001, 1003]);
    expect(settleAround(null, -9, -2)).toEqual([-9, 0]);
    expect(settleAround(null, 0, 0)).toEqual([-1, 1]);
    const [low, high] = settleAround(null, 5, 5 + 1e-15);
    expect([low <= 2.5, high >= 7.5]).toEqual([true, true]);
  });

  test('around a curve stay while the data fill enough of them', () => {
    const first = settleAround(null, 0, 93);
    expect(settleAround(first, 0, 60)).toBe(first);
    expect(settleAround(first, 0, 20)[1]).toBeLessThan(25);
  });

  test('stay while the data fill enough of them, and follow when they do not', () => {
    const first = settleLinear(null, 0, 930);
    expect(settleLinear(first, 0, 990)).toBe(first);
    expect(settleLinear(first, 0, 600)).toBe(first);
    expect(settleLinear(first, 0, 90)).toEqual([0, 100]);
    expect(settleLinear(first, 0, 1001)[1]).toBeGreaterThan(1000);
    const log = settleLog(null, 6, 480);
    expect(log).toEqual([5, 500]);
    expect(settleLog(log, 8, 400)).toBe(log);
    expect(settleLog(log, 100, 200)).toEqual([100, 200]);
  });

  test('of a logarithmic axis hold the data, but for losses below 1e−12 that lie sixteen decades below the largest', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [low, high] = settleLog(null, Math.min(a, b), Math.max(a, b));
        expect(low).toBeLessThan(high);
        expect(high).toBeGreaterThanOrEqual(Math.max(a, b) * (1 - 1e-12));
        expect(low).toBeLessThanOrEqual(Math.max(Math.min(a, b), Math.min(1e-12, Math.max(a, b) * 1e-16)) * (1 + 1e-12));
      }),
    );
    expect(settleLog(null, 1e-200, 1)[0]).toBeCloseTo(1e-16, 20);
    expect(settleLog(null, 100, 1e300)).toEqual([100, 1e300]);
  });

  test('of an axis that counts leave room to grow into, and start over after a reset', () => {
    expect(settleCount(0, 0, 10)).toBe(10);
    expect(settleCount(10, 11, 10)).toBe(20);
    expect(settleCount(2000, 1700, 10)).toBe(2000);
    expect(settleCount(2000, 3, 10)).toBe(10);
  });
});
