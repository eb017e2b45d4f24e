import { describe, expect, test } from 'vitest';
import { LossView } from '../../../src/draw/charts/lossView';
import { LossSeries } from '../../../src/training/lossSeries';
import { changedBatch, dataOf, runOf } from './lossChartData';

describe('LossView with several runs', () => {
  const flat = (loss: number, steps: number): LossSeries => {
    const series = new LossSeries();
    series.append(new Float64Array(steps).fill(loss), 1);
    return series;
  };

  test('holds all of them, also one that is longer than the run at the front was planned to be', () => {
    const view = new LossView();
    const runs = [runOf(flat(10, 100)), runOf(flat(900, 450), { id: 2, front: false })];
    view.settle(dataOf(runs, { expectedSteps: 200 }), 490, 215);
    expect(view.x(450)).toBeLessThanOrEqual(view.frame.right + 1e-9);
    for (const loss of [10, 900]) {
      expect(view.y(loss)).toBeGreaterThanOrEqual(view.frame.top);
      expect(view.y(loss)).toBeLessThanOrEqual(view.frame.bottom);
    }
    expect(view.nearestStep(1e6)).toBe(100);
  });

  test('is not flattened by one that diverges behind the run at the front, and says that it leaves the picture', () => {
    const away = new LossSeries();
    away.append(Float64Array.from({ length: 100 }, (_, index) => 10 ** (index * 2)), 1);
    for (const scale of ['linear', 'log'] as const) {
      const view = new LossView();
      const runs = [runOf(flat(10, 100)), runOf(away, { id: 2, front: false, divergedAt: 101 })];
      view.settle(dataOf(runs, { scale }), 490, 215);
      expect(view.y(20)).toBeLessThan(view.y(10) - 5);
      expect(view.note).toMatch(/^losses above .* lie on the upper edge$/);
    }
  });

  test('places each by its own epochs on an axis of epochs, and reads each at its own step', () => {
    const [here, there] = [changedBatch(), new LossSeries()];
    there.append(new Float64Array(12).fill(2), 1);
    there.appendEpoch(1, 2, 6);
    there.appendEpoch(2, 2, 12);
    const view = new LossView();
    const other = runOf(there, { id: 2, front: false, stepsPerEpoch: 6 });
    view.settle(dataOf([runOf(here), other], { axis: 'epochs' }), 490, 215);
    expect(view.x(8)).toBeCloseTo(view.x(12, other), 9);
    expect(view.stepOf(other, 4)).toBe(6);
    view.settle(dataOf([runOf(here), other], { axis: 'steps' }), 490, 215);
    expect(view.stepOf(other, 4)).toBe(4);
  });

  test('draws of a branch only what it does not share', () => {
    const view = new LossView();
    const branch = runOf(flat(3, 50), { id: 2, front: false, sharedUntil: 30 });
    view.settle(dataOf([runOf(flat(3, 40)), branch]), 490, 215);
    const firstX = Number(/^M([\d.]+)/.exec(view.paths(branch).band)?.[1]);
    expect(firstX).toBeGreaterThanOrEqual(view.x(30) - 0.06);
    expect(firstX).toBeLessThan(view.x(32));
  });

  test('leaves the paths of the others alone while the run at the front grows', () => {
    const view = new LossView();
    const [front, other] = [runOf(flat(10, 500)), runOf(flat(20, 900), { id: 2, front: false })];
    const look = (): [unknown, unknown] => {
      view.settle(dataOf([front, other]), 490, 215);
      return [view.paths(front), view.paths(other)];
    };
    const before = look();
    front.series.append([11], 501);
    const after = look();
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, true]);
  });
});
