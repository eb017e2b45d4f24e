import { describe, expect, test } from 'vitest';
import { LossView } from '../../../src/draw/charts/lossView';
import { LossSeries } from '../../../src/training/lossSeries';
import { changedBatch, dataOf, epochsOf100, runOf } from './lossChartData';

describe('LossView', () => {
  test('keeps both axes still while the curve grows inside them', () => {
    const series = new LossSeries();
    const view = new LossView();
    const seen = new Set<string>();
    for (let step = 1; step <= 4000; step++) {
      series.append([10 + 500 * Math.exp(-step / 300) + 5 * Math.sin(step)], step);
      if (step <= 2000) continue;
      view.settle(dataOf([runOf(series)]), 490, 215);
      seen.add(JSON.stringify([view.xTicks, view.yTicks]));
    }
    expect(seen.size).toBe(1);
  });

  test('does not let the axis go beyond the end of the run as planned', () => {
    const series = new LossSeries();
    series.append(Float64Array.from({ length: 4600 }, () => 20), 1);
    const view = new LossView();
    view.settle(dataOf([runOf(series)], { expectedSteps: 4600 }), 490, 215);
    expect(view.x(4600)).toBeCloseTo(view.frame.right, 6);
  });

  test('keeps every loss inside the frame, on either scale and with either axis', () => {
    const series = changedBatch();
    for (const scale of ['linear', 'log'] as const) {
      for (const axis of ['steps', 'epochs'] as const) {
        const view = new LossView();
        view.settle(dataOf([runOf(series)], { scale, axis }), 358, 180);
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
    view.settle(dataOf([runOf(series)]), 490, 215);
    expect(view.note).toBe('losses below 0.1 lie on the lower edge');
    expect(view.y(0)).toBe(view.frame.bottom);
    view.settle(dataOf([runOf(series)], { scale: 'linear' }), 490, 215);
    expect(view.note).toBe('');
  });

  test('does not let rare tiny losses of single steps stretch a logarithmic axis, and says what it leaves out', () => {
    const view = new LossView();
    view.settle(dataOf([runOf(epochsOf100(40, (step) => (step % 50 === 0 ? 1e-12 : 10 + (step % 7))))]), 490, 215);
    expect(view.y(10)).toBeGreaterThan(view.frame.top);
    expect(view.y(10)).toBeLessThanOrEqual(view.frame.bottom);
    expect(view.note).toBe('losses below 10 lie on the lower edge');
    expect(view.y(1e-12)).toBe(view.frame.bottom);
  });

  test('does not let the peaks of the first epoch flatten a linear axis once two have ended, and says what it leaves out', () => {
    const view = new LossView();
    const series = epochsOf100(1, (step) => (step < 10 ? 743 : 20));
    view.settle(dataOf([runOf(series)], { scale: 'linear' }), 490, 215);
    expect([view.y(743) > view.frame.top, view.note]).toEqual([true, '']);
    series.append(new Float64Array(100).fill(20), 101);
    series.appendEpoch(2, 20, 200);
    view.settle(dataOf([runOf(series)], { scale: 'linear' }), 490, 215);
    expect([view.y(743), view.note]).toEqual([view.frame.top, 'losses above 100 lie on the upper edge']);
  });

  test('shows the whole rise of a run that has diverged, on either scale', () => {
    const series = epochsOf100(3, (step) => 10 ** (step / 2));
    for (const scale of ['linear', 'log'] as const) {
      const view = new LossView();
      view.settle(dataOf([runOf(series, { divergedAt: 301 })], { scale }), 490, 215);
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
        view.settle(dataOf([runOf(series)], { scale, axis: 'epochs' }), 358, 180);
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
    view.settle(dataOf([runOf(series)]), 148, 215);
    const before = [...view.curve(runOf(series)).columns.high.subarray(2, 60)];
    series.append([50], 5001);
    view.settle(dataOf([runOf(series)]), 148, 215);
    expect([...view.curve(runOf(series)).columns.high.subarray(2, 60)]).toEqual(before);
  });

  test('finds the step under a pixel', () => {
    const view = new LossView();
    const series = changedBatch();
    view.settle(dataOf([runOf(series)], { axis: 'epochs' }), 490, 215);
    for (const step of [1, 6, 12]) expect(view.nearestStep(view.x(step))).toBe(step);
    expect(view.nearestStep(1e6)).toBe(12);
    view.settle(dataOf([runOf(new LossSeries())]), 490, 215);
    expect(view.nearestStep(100)).toBeNull();
  });
});

describe('LossView of a part', () => {
  test('shows these steps from edge to edge, and fits the losses to them', () => {
    const series = epochsOf100(10, (step) => (step <= 100 ? 500 : 20 + (step % 10)));
    for (const scale of ['linear', 'log'] as const) {
      const view = new LossView();
      view.settle(dataOf([runOf(series)], { scale, zoom: [400, 600] }), 490, 215);
      expect([view.x(400), view.x(600)]).toEqual([expect.closeTo(view.frame.left, 6), expect.closeTo(view.frame.right, 6)]);
      expect(view.y(20) - view.y(29)).toBeGreaterThan(30);
      expect(view.y(29)).toBeGreaterThanOrEqual(view.frame.top);
      expect([view.nearestStep(0), view.nearestStep(1e6)]).toEqual([400, 600]);
    }
  });

  test('counts no loss in it as a rare peak', () => {
    const series = epochsOf100(10, (step) => (step === 500 ? 900 : 20));
    const view = new LossView();
    view.settle(dataOf([runOf(series)], { scale: 'linear', zoom: [450, 550] }), 490, 215);
    expect([view.note, view.y(900) >= view.frame.top]).toEqual(['', true]);
  });

  test('keeps within the steps that there are', () => {
    const view = new LossView();
    view.settle(dataOf([runOf(changedBatch())], { zoom: [8, 40] }), 490, 215);
    expect(view.stepsInSight()).toEqual({ from: 8, to: 12 });
    view.settle(dataOf([runOf(changedBatch())], { zoom: [50, 60] }), 490, 215);
    expect(view.stepsInSight()).toEqual({ from: 12, to: 12 });
  });
});

describe('LossView with a moving average', () => {
  test('holds the line also where it lies above all losses in sight', () => {
    const series = epochsOf100(10, (step) => (step <= 500 ? 1000 : 1));
    const view = new LossView();
    view.settle(dataOf([runOf(series)], { smoothing: 0.99, zoom: [501, 560] }), 490, 215);
    const average = view.curve(runOf(series)).smoothed.series.at(501);
    expect(average).toBeGreaterThan(900);
    expect(view.y(average)).toBeGreaterThan(view.frame.top - 1e-9);
    expect(view.y(average)).toBeLessThan(view.y(1));
  });

  test('has the losses of held-out rows in sight', () => {
    const series = new LossSeries();
    series.append(new Float64Array(40).fill(5), 1);
    series.appendEpoch(1, 5, 20, 80);
    series.appendEpoch(2, 5, 40, 90);
    for (const smoothing of [0, 0.9]) {
      const view = new LossView();
      view.settle(dataOf([runOf(series)], { smoothing }), 490, 215);
      expect(view.y(90)).toBeGreaterThanOrEqual(view.frame.top);
      expect(view.y(90)).toBeLessThan(view.y(5) - 50);
    }
  });
});

describe('LossView with logarithmic time', () => {
  test('begins at the first step, in either unit', () => {
    const series = epochsOf100(10, () => 5);
    for (const axis of ['steps', 'epochs'] as const) {
      const view = new LossView();
      view.settle(dataOf([runOf(series, { stepsPerEpoch: 100 })], { axis, xScale: 'log' }), 490, 215);
      expect(view.x(1)).toBeCloseTo(view.frame.left, 6);
      expect(view.x(100) - view.x(10)).toBeCloseTo(view.x(1000) - view.x(100), 6);
      for (const step of [1, 10, 500]) expect(view.nearestStep(view.x(step))).toBe(step);
    }
  });
});
