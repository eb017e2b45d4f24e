import { describe, expect, test } from 'vitest';
import { LossView, type LossChartData } from '../../../src/draw/charts/lossView';
import { epochOfStep, lossSummary, stepWords } from '../../../src/draw/charts/lossWords';
import { placeOfStep, stepAtPlace } from '../../../src/draw/charts/stepAxis';
import { LossSeries } from '../../../src/training/lossSeries';

/** Two epochs of 4 steps, then the batch grew: two of 2. */
function changedBatch(): LossSeries {
  const series = new LossSeries(64);
  series.append([8, 7, 6, 5, 4, 3, 2, 1, 1, 1, 1, 1], 1);
  for (const [epoch, end] of [[1, 4], [2, 8], [3, 10], [4, 12]] as const) series.appendEpoch(epoch, end, end);
  return series;
}

/** Epochs of 100 steps with these losses, and the means of the losses. */
function singles(epochs: number, loss: (step: number) => number): LossSeries {
  const series = new LossSeries();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const first = 100 * (epoch - 1) + 1;
    const losses = Array.from({ length: 100 }, (_, place) => loss(first + place));
    series.append(losses, first);
    series.appendEpoch(epoch, losses.reduce((sum, each) => sum + each) / 100, first + 99);
  }
  return series;
}

function dataOf(series: LossSeries, rest: Partial<LossChartData> = {}): LossChartData {
  return { series, stepsPerEpoch: 2, scale: 'log', axis: 'steps', ...rest };
}

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

describe('LossView', () => {
  test('keeps both axes still while the curve grows inside them', () => {
    const series = new LossSeries();
    const view = new LossView();
    const seen = new Set<string>();
    for (let step = 1; step <= 4000; step++) {
      series.append([10 + 500 * Math.exp(-step / 300) + 5 * Math.sin(step)], step);
      if (step <= 2000) continue;
      view.settle(dataOf(series), 490, 215);
      seen.add(JSON.stringify([view.xTicks, view.yTicks]));
    }
    expect(seen.size).toBe(1);
  });

  test('does not let the axis go beyond the end of the run as planned', () => {
    const series = new LossSeries();
    series.append(Float64Array.from({ length: 4600 }, () => 20), 1);
    const view = new LossView();
    view.settle(dataOf(series, { expectedSteps: 4600 }), 490, 215);
    expect(view.x(4600)).toBeCloseTo(view.frame.right, 6);
  });

  test('keeps every loss inside the frame, on either scale and with either axis', () => {
    const series = changedBatch();
    for (const scale of ['linear', 'log'] as const) {
      for (const axis of ['steps', 'epochs'] as const) {
        const view = new LossView();
        view.settle(dataOf(series, { scale, axis }), 358, 180);
        for (let step = 1; step <= 12; step++) {
          expect(view.x(step)).toBeGreaterThanOrEqual(view.frame.left);
          expect(view.x(step)).toBeLessThanOrEqual(view.frame.right);
          expect(view.y(series.at(step))).toBeGreaterThanOrEqual(view.frame.top);
          expect(view.y(series.at(step))).toBeLessThanOrEqual(view.frame.bottom);
        }
      }
    }
  });

  test('says so when a logarithmic axis cannot hold a loss', () => {
    const series = new LossSeries();
    series.append([1, 0.1, 0], 1);
    const view = new LossView();
    view.settle(dataOf(series), 490, 215);
    expect(view.note).toBe('losses below 0.1 lie on the lower edge');
    expect(view.y(0)).toBe(view.frame.bottom);
    view.settle(dataOf(series, { scale: 'linear' }), 490, 215);
    expect(view.note).toBe('');
  });

  test('does not let rare tiny losses of single steps stretch a logarithmic axis, and says what it leaves out', () => {
    const view = new LossView();
    view.settle(dataOf(singles(40, (step) => (step % 50 === 0 ? 1e-12 : 10 + (step % 7)))), 490, 215);
    expect(view.y(10)).toBeGreaterThan(view.frame.top);
    expect(view.y(10)).toBeLessThanOrEqual(view.frame.bottom);
    expect(view.note).toBe('losses below 10 lie on the lower edge');
    expect(view.y(1e-12)).toBe(view.frame.bottom);
  });

  test('does not let the peaks of the first epoch flatten a linear axis once two have ended, and says what it leaves out', () => {
    const view = new LossView();
    const series = singles(1, (step) => (step < 10 ? 743 : 20));
    view.settle(dataOf(series, { scale: 'linear' }), 490, 215);
    expect([view.y(743) > view.frame.top, view.note]).toEqual([true, '']);
    series.append(new Float64Array(100).fill(20), 101);
    series.appendEpoch(2, 20, 200);
    view.settle(dataOf(series, { scale: 'linear' }), 490, 215);
    expect([view.y(743), view.note]).toEqual([view.frame.top, 'losses above 100 lie on the upper edge']);
  });

  test('shows the whole rise of a run that has diverged, on either scale', () => {
    const series = singles(3, (step) => 10 ** (step / 2));
    for (const scale of ['linear', 'log'] as const) {
      const view = new LossView();
      view.settle(dataOf(series, { scale, divergedAt: 301 }), 490, 215);
      expect(view.note).toBe('');
      expect(view.y(1e150)).toBeGreaterThanOrEqual(view.frame.top);
      expect(view.y(1e150)).toBeLessThan(view.frame.top + 90);
    }
  });

  test('has something to draw on when there is no finite loss at all', () => {
    for (const scale of ['linear', 'log'] as const) {
      for (const losses of [[], [NaN], [0], [Infinity, NaN], [-3], [1e308, 1e308], [5e-324]]) {
        const series = new LossSeries();
        series.append(losses, 1);
        const view = new LossView();
        view.settle(dataOf(series, { scale, axis: 'epochs' }), 358, 180);
        const places = [...view.xTicks, ...view.yTicks].map(({ at }) => at);
        expect(places.length).toBeGreaterThan(1);
        expect(places.every(Number.isFinite)).toBe(true);
      }
    }
  });

  test('slides by whole columns once old steps have gone, so that columns keep their contents', () => {
    const series = new LossSeries(3200);
    series.append(Float64Array.from({ length: 5000 }, (_, index) => 1 + ((index * 7919) % 101)), 1);
    const view = new LossView();
    view.settle(dataOf(series), 148, 215);
    const before = [...view.columns.high.subarray(2, 60)];
    series.append([50], 5001);
    view.settle(dataOf(series), 148, 215);
    expect([...view.columns.high.subarray(2, 60)]).toEqual(before);
  });

  test('finds the step under a pixel', () => {
    const view = new LossView();
    const series = changedBatch();
    view.settle(dataOf(series, { axis: 'epochs' }), 490, 215);
    for (const step of [1, 6, 12]) expect(view.nearestStep(view.x(step))).toBe(step);
    expect(view.nearestStep(1e6)).toBe(12);
    view.settle(dataOf(new LossSeries()), 490, 215);
    expect(view.nearestStep(100)).toBeNull();
  });
});

describe('the words of the loss curve', () => {
  test('name step, epoch, loss and the mean of an epoch that has ended', () => {
    const series = changedBatch();
    series.append([0.5], 13);
    expect(stepWords(9, dataOf(series))).toBe('step 9: epoch 3, step loss 1, epoch mean 10');
    expect(stepWords(13, dataOf(series))).toBe('step 13: epoch 5, step loss 0.5');
    expect(epochOfStep(15, series, 2)).toBe(6);
  });

  test('sum up the curve', () => {
    expect(lossSummary(dataOf(new LossSeries()))).toBe('Loss curve: empty, training has not begun');
    expect(lossSummary(dataOf(changedBatch(), { divergedAt: 12 }))).toBe(
      'Loss curve: 4 epochs, 12 steps, last epoch’s mean loss 12, last loss 1, logarithmic scale. Diverged at step 12',
    );
  });
});
