import { describe, expect, test } from 'vitest';
import { placeOfStep, stepAtPlace } from '../../../src/draw/charts/stepAxis';
import { changedBatch } from './lossChartData';

describe('placeOfStep', () => {
  test('counts epochs by where they ended, also after the batch size has changed', () => {
    const series = changedBatch();
    const places = [0, 2, 4, 8, 9, 12, 13].map((step) => placeOfStep(step, 'epochs', series, 2));
    expect(places).toEqual([0, 0.5, 1, 2, 2.5, 4, 4.5]);
  });

  test('is undone by stepAtPlace', () => {
    const series = changedBatch();
    for (let step = 0; step <= 20; step++) {
      for (const unit of ['steps', 'epochs'] as const) {
        expect(stepAtPlace(placeOfStep(step, unit, series, 2), unit, series, 2)).toBeCloseTo(step, 12);
      }
    }
  });
});
