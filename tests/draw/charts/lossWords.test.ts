import { describe, expect, test } from 'vitest';
import type { LossChartData } from '../../../src/draw/charts/lossData';
import { readingsAt, stepWords } from '../../../src/draw/charts/lossReadings';
import { LossView } from '../../../src/draw/charts/lossView';
import { lossSummary } from '../../../src/draw/charts/lossWords';
import { LossSeries } from '../../../src/training/lossSeries';
import { changedBatch, dataOf, runOf } from './lossChartData';

function short(): LossSeries {
  const series = new LossSeries(64);
  series.append([9, 5], 1);
  series.appendEpoch(1, 7, 2, 7.5);
  return series;
}

function wordsAt(step: number, data: LossChartData): string {
  const view = new LossView();
  view.settle(data, 490, 215);
  return stepWords(step, data, view);
}

describe('stepWords', () => {
  test('name step, epoch, loss and the mean of an epoch that has ended', () => {
    const series = changedBatch();
    series.append([0.5], 13);
    expect(wordsAt(9, dataOf([runOf(series)]))).toBe('step 9: epoch 3, step loss 1, epoch mean 10');
    expect(wordsAt(13, dataOf([runOf(series)]))).toBe('step 13: epoch 5, step loss 0.5');
  });

  test('name the moving average instead of the mean while it is drawn', () => {
    const series = new LossSeries(64);
    series.append([4, 4, 4], 1);
    expect(wordsAt(2, dataOf([runOf(series)], { smoothing: 0.9 }))).toBe('step 2: epoch 1, step loss 4, smoothed 4');
  });

  test('go on with the other runs as far as they go, and with what happened there', () => {
    const data = dataOf([runOf(short(), { id: 2, name: 'Run 2', front: false }), runOf(changedBatch())], {
      marks: [{ step: 2, kind: 'change', words: 'learning rate 0.003' }],
    });
    expect(wordsAt(2, data)).toBe('step 2: epoch 1, step loss 7, epoch mean 4; Run 2: step loss 5, epoch mean 7, test loss 7.5; learning rate 0.003');
    expect(wordsAt(3, data)).toBe('step 3: epoch 1, step loss 6, epoch mean 4');
  });
});

describe('readingsAt', () => {
  test('has the run at the front first, and reads the others at the same epoch on an axis of epochs', () => {
    const data = dataOf([runOf(short(), { id: 2, name: 'Run 2', front: false }), runOf(changedBatch())], { axis: 'epochs' });
    const view = new LossView();
    view.settle(data, 490, 215);
    expect(readingsAt(4, data, view).map(({ run, step, loss }) => [run.name, step, loss])).toEqual([['Run 1', 4, 5], ['Run 2', 2, 5]]);
  });

  test('knows nothing of a run at steps that it has not taken', () => {
    const data = dataOf([runOf(changedBatch()), runOf(short(), { id: 2, front: false })]);
    const view = new LossView();
    view.settle(data, 490, 215);
    const [, other] = readingsAt(9, data, view);
    expect([other?.loss, other?.line, other?.test]).toEqual([NaN, NaN, NaN]);
  });
});

describe('lossSummary', () => {
  test('sums up the curve', () => {
    expect(lossSummary(dataOf([runOf(new LossSeries())]))).toBe('Loss curve: empty, training has not begun');
    expect(lossSummary(dataOf([runOf(changedBatch(), { divergedAt: 12 })]))).toBe(
      'Loss curve: 4 epochs, 12 steps, last epoch’s mean loss 12, last loss 1, logarithmic scale. Diverged at step 12',
    );
  });

  test('names the other runs, the marks, and the part that is in sight', () => {
    const data = dataOf([runOf(changedBatch()), runOf(short(), { id: 2, name: 'Run 2', front: false })], {
      marks: [{ step: 5, kind: 'change', words: 'batch size 22' }],
      zoom: [4, 10],
      xScale: 'log',
    });
    expect(lossSummary(data)).toBe(
      'Loss curve: 4 epochs, 12 steps, last epoch’s mean loss 12, last loss 1, logarithmic scale, logarithmic time. ' +
        'Also shown: Run 2, 2 steps, last epoch’s mean loss 7. Marked: step 5: batch size 22. In sight are steps 4 to 10',
    );
  });
});
