import type { ChartRun, LossChartData } from '../../../src/draw/charts/lossData';
import { LossSeries } from '../../../src/training/lossSeries';

/** Two epochs of 4 steps, then the batch grew: two of 2. */
export function changedBatch(): LossSeries {
  const series = new LossSeries(64);
  series.append([8, 7, 6, 5, 4, 3, 2, 1, 1, 1, 1, 1], 1);
  for (const [epoch, end] of [[1, 4], [2, 8], [3, 10], [4, 12]] as const) series.appendEpoch(epoch, end, end);
  return series;
}

/** Epochs of 100 steps with these losses, and the means of the losses. */
export function epochsOf100(epochs: number, loss: (step: number) => number): LossSeries {
  const series = new LossSeries();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const first = 100 * (epoch - 1) + 1;
    const losses = Array.from({ length: 100 }, (_, place) => loss(first + place));
    series.append(losses, first);
    series.appendEpoch(epoch, losses.reduce((sum, each) => sum + each) / 100, first + 99);
  }
  return series;
}

/** A run on the chart; at the front, unless it is said otherwise. */
export function runOf(series: LossSeries, rest: Partial<ChartRun> = {}): ChartRun {
  return { id: 1, name: 'Run 1', slot: 0, series, stepsPerEpoch: 2, front: true, divergedAt: null, ...rest };
}

/** These runs on a chart without anything else. */
export function dataOf(runs: readonly ChartRun[], rest: Partial<LossChartData> = {}): LossChartData {
  return { runs, scale: 'log', xScale: 'linear', axis: 'steps', smoothing: 0, playhead: null, marks: [], zoom: null, ...rest };
}
