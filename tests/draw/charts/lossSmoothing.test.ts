import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Smoothed } from '../../../src/draw/charts/lossSmoothing';
import { StepSeries } from '../../../src/training/stepSeries';

function seriesOf(values: readonly number[], firstStep = 1): StepSeries {
  const series = new StepSeries();
  series.append(values, firstStep);
  return series;
}

/** The weighted mean of the first n numbers, with weights wⁿ⁻¹ … w, 1: what the moving average is, written out. */
function weightedMean(values: readonly number[], weight: number): number {
  const finite = values.filter(Number.isFinite);
  const weights = finite.map((_, index) => weight ** (finite.length - 1 - index));
  const sum = weights.reduce((total, each) => total + each, 0);
  return finite.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0) / sum;
}

const loss = fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }) }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity) });

describe('Smoothed.follow', () => {
  test('finds the mean with geometric weights, at every step, and none where the number is not finite', () => {
    fc.assert(
      fc.property(fc.array(loss, { minLength: 1, maxLength: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (values, weight) => {
        const smoothed = new Smoothed();
        smoothed.follow(seriesOf(values), weight);
        values.forEach((value, index) => {
          const found = smoothed.series.at(index + 1);
          if (!Number.isFinite(value)) expect(found).toBeNaN();
          else expect(found / weightedMean(values.slice(0, index + 1), weight) || 1).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  test('leaves a constant as it is from the first step on', () => {
    const smoothed = new Smoothed();
    smoothed.follow(seriesOf(new Array<number>(3000).fill(7)), 0.99);
    for (const step of [1, 2, 10, 3000]) expect(smoothed.series.at(step)).toBeCloseTo(7, 12);
  });

  test('comes to the same whether a series grew step by step or was there at once', () => {
    const values = Array.from({ length: 2500 }, (_, index) => 10 + 5 * Math.sin(index * 1.7));
    const [grown, whole] = [new Smoothed(), new Smoothed()];
    const series = new StepSeries();
    for (let step = 1; step <= values.length; step += 7) {
      series.append(values.slice(step - 1, step + 6), step);
      grown.follow(series, 0.9);
    }
    whole.follow(seriesOf(values), 0.9);
    for (let step = 1; step <= values.length; step++) expect(grown.series.at(step)).toBe(whole.series.at(step));
  });

  test('begins anew for another weight, another series, and one that has gone back', () => {
    const smoothed = new Smoothed();
    const series = seriesOf([1, 2, 3, 4]);
    smoothed.follow(series, 0.9);
    smoothed.follow(series, 0.5);
    expect(smoothed.series.at(4)).toBeCloseTo(weightedMean([1, 2, 3, 4], 0.5), 12);
    series.append([30, 40], 3);
    smoothed.follow(series, 0.5);
    expect(smoothed.series.at(4)).toBeCloseTo(weightedMean([1, 2, 30, 40], 0.5), 12);
    smoothed.follow(seriesOf([8, 9]), 0.5);
    expect([smoothed.series.lastStep, smoothed.series.at(1)]).toEqual([2, 8]);
  });

  test('starts at the oldest step that is kept', () => {
    const short = new StepSeries(32);
    short.append(new Float64Array(50).fill(3), 1);
    const smoothed = new Smoothed();
    smoothed.follow(short, 0.9);
    expect([smoothed.series.firstStep, smoothed.series.lastStep, smoothed.series.at(18)]).toEqual([19, 50, NaN]);
  });
});
