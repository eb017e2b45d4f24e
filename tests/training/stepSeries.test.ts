import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STEP_CAPACITY, StepSeries } from '../../src/training/stepSeries';

/** The extremes of some steps, found the plain way. */
function extremesOf(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? [NaN, NaN] : [Math.min(...finite), Math.max(...finite)];
}

function readExtremes(series: StepSeries, from: number, to: number): [number, number] {
  const [low, high] = [new Float64Array(1), new Float64Array(1)];
  series.readExtremes(from, to, low, high, 0);
  return [low[0] ?? 0, high[0] ?? 0];
}

/** Some history: chunks of numbers, each appended so far before or behind the end. */
const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0));
const chunks = fc.array(
  fc.record({ values: fc.array(number, { minLength: 1, maxLength: 150 }), jump: fc.integer({ min: -60, max: 20 }) }),
  { maxLength: 8 },
);

/** The same history in a series and in a plain list, whose place 0 is unused, since steps are counted from 1. */
function both(capacity: number, history: readonly { values: number[]; jump: number }[]): { series: StepSeries; kept: (step: number) => number; first: number } {
  const series = new StepSeries(capacity);
  let plain: number[] = [NaN];
  let first = 1;
  for (const { values, jump } of history) {
    const start = series.stepCount === 0 ? series.lastStep + 1 : Math.max(1, series.lastStep + 1 + jump);
    series.append(values, start);
    plain = [...plain.slice(0, start), ...new Array<number>(Math.max(0, start - plain.length)).fill(NaN), ...values];
    first = Math.max(Math.min(first, start), plain.length - capacity);
  }
  return { series, kept: (step) => (step >= first ? (plain[step] ?? NaN) : NaN), first };
}

describe('StepSeries', () => {
  test('keeps every step of a long run, in room that doubles', () => {
    const series = new StepSeries();
    for (let first = 1; first <= 150_000; first += 1000) {
      series.append(Float64Array.from({ length: 1000 }, (_, index) => first + index), first);
    }
    expect([series.firstStep, series.lastStep, series.stepCount]).toEqual([1, 150_000, 150_000]);
    expect([1, 1024, 1025, 99_999, 150_000, 150_001].map((step) => series.at(step))).toEqual([1, 1024, 1025, 99_999, 150_000, NaN]);
    expect(readExtremes(series, 1, 150_000)).toEqual([1, 150_000]);
    expect(STEP_CAPACITY).toBeGreaterThanOrEqual(8_000_000);
  });

  test.each([128, 4096])('answers with what a plain list knows, whatever was appended, left out or taken back (capacity %i)', (capacity) => {
    fc.assert(
      fc.property(chunks, fc.nat(1200), fc.nat(1200), (history, a, b) => {
        const { series, kept, first } = both(capacity, history);
        expect(series.stepCount === 0 ? 1 : series.firstStep).toBe(first);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const range = Array.from({ length: to - from + 1 }, (_, index) => kept(from + index));
        expect(range.map((_, index) => series.at(from + index))).toEqual(range);
        expect(readExtremes(series, from, to)).toEqual(extremesOf(range));
      }),
      { numRuns: 300 },
    );
  });

  test('greatest finds the step that a plain search finds', () => {
    fc.assert(
      fc.property(chunks, chunks, (history, more) => {
        for (const part of [history, [...history, ...more]]) {
          const { series, kept } = both(128, part);
          const steps = Array.from({ length: series.stepCount }, (_, index) => series.firstStep + index);
          const [, greatest] = extremesOf(steps.map(kept));
          expect(series.greatest()).toBe(steps.find((step) => kept(step) === greatest));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('until is a copy of the first steps, which goes on by itself', () => {
    fc.assert(
      fc.property(chunks, fc.nat(400), (history, until) => {
        const { series, kept } = both(128, history);
        const copy = series.until(until);
        const steps = Array.from({ length: 500 }, (_, step) => step);
        expect(steps.map((step) => copy.at(step))).toEqual(steps.map((step) => (step <= until ? kept(step) : NaN)));
        const last = series.lastStep;
        copy.append([12_345], copy.lastStep + 1);
        expect([series.lastStep, copy.at(copy.lastStep)]).toEqual([last, 12_345]);
        expect(steps.map((step) => series.at(step))).toEqual(steps.map(kept));
      }),
    );
  });

  test('counts steps that were left out as not known', () => {
    const series = new StepSeries(64);
    series.append([5], 1);
    series.append([7], 4);
    expect([1, 2, 3, 4].map((step) => series.at(step))).toEqual([5, NaN, NaN, 7]);
    series.append([9], 1000);
    expect([series.firstStep, series.lastStep, series.at(1000)]).toEqual([1000, 1000, 9]);
  });

  test('has a new version after every change, and a new revision only once steps were taken back', () => {
    const series = new StepSeries(64);
    const seen = [[series.version, series.revision]];
    const look = (): void => void seen.push([series.version, series.revision]);
    series.append([1, 2], 1);
    look();
    series.append([3], 3);
    look();
    series.append([], 1);
    look();
    series.append([30], 3);
    look();
    series.clear();
    look();
    const growth = seen.slice(1).map(([version = 0, revision = 0], index) => [version > (seen[index]?.[0] ?? 0), revision > (seen[index]?.[1] ?? 0)]);
    expect(growth).toEqual([[true, false], [true, false], [false, false], [true, true], [true, true]]);
    expect([series.stepCount, series.lastStep]).toEqual([0, 0]);
  });

  test('refuses a capacity that its blocks do not divide', () => {
    expect(() => new StepSeries(100)).toThrow('capacity is 100; it must be a positive multiple of 32');
  });
});
