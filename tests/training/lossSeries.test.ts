import { describe, expect, test } from 'vitest';
import { LossSeries } from '../../src/training/lossSeries';

/** Six steps, three epochs of two. */
function threeEpochs(): LossSeries {
  const series = new LossSeries(64);
  series.append([1, 2, 3, 4, 5, 6], 1);
  series.appendEpoch(1, 1.5, 2, 10);
  series.appendEpoch(2, 3.5, 4);
  series.appendEpoch(3, 5.5, 6, 30);
  return series;
}

describe('LossSeries', () => {
  test('keeps every epoch, also those whose steps are gone', () => {
    const series = new LossSeries(128);
    for (let epoch = 1; epoch <= 50; epoch++) {
      series.append(new Float64Array(10).fill(epoch), 10 * epoch - 9);
      series.appendEpoch(epoch, epoch, 10 * epoch);
    }
    expect([series.firstStep, series.lastStep, series.epochCount]).toEqual([373, 500, 50]);
    expect([series.epochNumber(0), series.epochMean(0), series.epochEnd(0)]).toEqual([1, 1, 10]);
  });

  test('tells the loss of the held-out rows after an epoch, and NaN where none are held out', () => {
    const series = threeEpochs();
    expect([0, 1, 2, 3].map((index) => series.epochTest(index))).toEqual([10, NaN, 30, NaN]);
  });

  test('going back drops the later steps and the epochs that had not ended yet', () => {
    const series = threeEpochs();
    series.append([40], 4);
    expect([series.lastStep, series.epochCount, series.at(4), series.at(5)]).toEqual([4, 1, 40, NaN]);
    series.appendEpoch(2, 21.5, 4, 20);
    expect([series.epochMean(1), series.epochTest(1)]).toEqual([21.5, 20]);
  });

  test('until has the epochs that had ended by then, and goes on by itself', () => {
    const series = threeEpochs();
    expect([0, 1, 2, 3, 4, 6, 99].map((step) => series.until(step).epochCount)).toEqual([0, 0, 1, 1, 2, 3, 3]);
    const copy = series.until(5);
    copy.append([50], 6);
    copy.appendEpoch(3, 27.5, 6, 70);
    expect([copy.at(6), copy.epochTest(2), series.at(6), series.epochTest(2), series.epochCount]).toEqual([50, 70, 6, 30, 3]);
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
});
