import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LossSeries, STEP_CAPACITY } from '../../src/training/lossSeries';

/** The extremes of some steps, found the plain way. */
function extremesOf(losses: readonly number[]): [number, number] {
  const finite = losses.filter(Number.isFinite);
  return finite.length === 0 ? [NaN, NaN] : [Math.min(...finite), Math.max(...finite)];
}

function readExtremes(series: LossSeries, from: number, to: number): [number, number] {
  const [low, high] = [new Float64Array(1), new Float64Array(1)];
  series.readExtremes(from, to, low, high, 0);
  return [low[0] ?? 0, high[0] ?? 0];
}

describe('LossSeries', () => {
  test('keeps the last 100,000 steps, and every epoch', () => {
    const series = new LossSeries();
    for (let first = 1; first <= 150_000; first += 1000) {
      series.append(Float64Array.from({ length: 1000 }, (_, index) => first + index), first);
      series.appendEpoch((first - 1) / 1000 + 1, first, first + 999);
    }
    expect([series.firstStep, series.lastStep, series.stepCount]).toEqual([50_001, 150_000, STEP_CAPACITY]);
    expect([series.lossAt(50_000), series.lossAt(50_001), series.lossAt(150_000), series.lossAt(150_001)]).toEqual([NaN, 50_001, 150_000, NaN]);
    expect(series.epochCount).toBe(150);
    expect([series.epochNumber(0), series.epochMean(0), series.epochEnd(0)]).toEqual([1, 1, 1000]);
  });

  test('answers with the extremes that a plain search finds, whatever was appended, left out or taken back', () => {
    const loss = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, 0));
    const chunk = fc.record({ losses: fc.array(loss, { minLength: 1, maxLength: 150 }), jump: fc.integer({ min: -60, max: 20 }) });
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 8 }), fc.nat(400), fc.nat(400), (chunks, a, b) => {
        const capacity = 128;
        const series = new LossSeries(capacity);
        // The same history in a plain list: place 0 is unused, since steps are counted from 1.
        let plain: number[] = [NaN];
        let first = 1;
        for (const { losses, jump } of chunks) {
          const start = series.stepCount === 0 ? series.lastStep + 1 : Math.max(1, series.lastStep + 1 + Math.min(0, jump));
          series.append(losses, start);
          plain = [...plain.slice(0, start), ...losses];
          first = Math.max(Math.min(first, start), plain.length - capacity);
        }
        const kept = (step: number): number => (step >= first ? (plain[step] ?? NaN) : NaN);
        expect(series.stepCount === 0 ? 1 : series.firstStep).toBe(first);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const range = Array.from({ length: to - from + 1 }, (_, index) => kept(from + index));
        expect(range.map((_, index) => series.lossAt(from + index))).toEqual(range);
        expect(readExtremes(series, from, to)).toEqual(extremesOf(range));
      }),
      { numRuns: 500 },
    );
  });

  test('counts steps that were left out as not known', () => {
    const series = new LossSeries(64);
    series.append([5], 1);
    series.append([7], 4);
    expect([1, 2, 3, 4].map((step) => series.lossAt(step))).toEqual([5, NaN, NaN, 7]);
    series.append([9], 1000);
    expect([series.firstStep, series.lastStep, series.lossAt(1000)]).toEqual([1000, 1000, 9]);
  });

  test('going back drops the later steps and the epochs that had not ended yet', () => {
    const series = new LossSeries(64);
    series.append([1, 2, 3, 4, 5, 6], 1);
    series.appendEpoch(1, 1.5, 2);
    series.appendEpoch(2, 3.5, 4);
    series.appendEpoch(3, 5.5, 6);
    series.append([40], 4);
    expect([series.lastStep, series.epochCount, series.lossAt(4), series.lossAt(5)]).toEqual([4, 1, 40, NaN]);
  });

  test('finds the epoch of a step', () => {
    const series = new LossSeries(64);
    series.append(new Float64Array(12), 1);
    series.appendEpoch(1, 0, 5);
    series.appendEpoch(2, 0, 10);
    expect([1, 5, 6, 10, 11].map((step) => series.epochIndexOf(step))).toEqual([0, 0, 1, 1, 2]);
  });

  test('has a new version after every change, and none without', () => {
    const series = new LossSeries(64);
    const versions = [series.version];
    series.append([1], 1);
    versions.push(series.version);
    series.appendEpoch(1, 1, 1);
    versions.push(series.version);
    series.clear();
    versions.push(series.version);
    expect(new Set(versions).size).toBe(4);
    series.append([], 1);
    expect(series.version).toBe(versions.at(-1));
    expect([series.stepCount, series.epochCount, series.lastStep]).toEqual([0, 0, 0]);
  });

  test('refuses a capacity that its blocks do not divide', () => {
    expect(() => new LossSeries(100)).toThrow('capacity is 100; it must be a positive multiple of 32');
  });
});
