import { formatNumber } from '../../scene/format';
import { drawCurveChart, type Chart, type CurvePicture } from './curveChart';
import { bandPath, epochPath } from './lossPaths';
import { LossView, type LossChartData } from './lossView';
import { lossSummary, stepLines, stepWords } from './lossWords';

export type { LossChartData } from './lossView';

/** A loss chart inside its host. */
export type LossChart = Chart<LossChartData>;

/**
 * The loss, live: every step's loss as a faint line (a band from the least to the greatest where steps share a pixel),
 * every epoch's mean as a strong line, a value under the pointer and by keyboard. It fills its host.
 */
export function drawLossChart(host: HTMLElement): LossChart {
  const view = new LossView();
  return drawCurveChart<LossChartData>(host, {
    name: () => 'Loss curve',
    readOut: () => 'Loss at step',
    empty: 'Press Train: the loss of every step appears here.',
    settle(data, width, height): CurvePicture {
      view.settle(data, width, height);
      const { frame, xTicks, yTicks, columns, x, y } = view;
      const { series, axis, lossLabel = 'loss', divergedAt } = data;
      return {
        axes: { frame, xTicks, yTicks, xLabel: axis === 'steps' ? 'SGD step' : 'epoch', yLabel: lossLabel },
        band: bandPath(columns, x, y),
        line: epochPath(series, view.firstStep, x, y),
        note: view.note,
        last: lastOf(view, data),
        stop: divergedAt == null ? null : { x: x(divergedAt), words: `diverged at step ${divergedAt}` },
      };
    },
    place(step, { series }) {
      const loss = series.lossAt(step);
      return { x: view.x(step), y: Number.isFinite(loss) ? view.y(loss) : NaN };
    },
    nearest: (pixel) => view.nearestStep(pixel),
    range({ series: { firstStep: min, lastStep: max, stepCount }, stepsPerEpoch }) {
      if (stepCount === 0) return null;
      const pixels = Math.max(1, view.frame.right - view.frame.left);
      return { min, max, stride: Math.max(1, Math.round(stepCount / pixels)), page: Math.max(1, stepsPerEpoch) };
    },
    lines: stepLines,
    words: stepWords,
    summary: lossSummary,
  });
}

/** The end of the strong line, with its value; before the first epoch has ended, of the faint one. */
function lastOf(view: LossView, { series }: LossChartData): CurvePicture['last'] {
  const lastEpoch = series.epochCount - 1;
  const step = lastEpoch >= 0 ? series.epochEnd(lastEpoch) : series.lastStep;
  const loss = lastEpoch >= 0 ? series.epochMean(lastEpoch) : series.lossAt(step);
  if (series.stepCount === 0 || !Number.isFinite(loss)) return null;
  return { x: view.x(step), y: view.y(loss), text: formatNumber(loss) };
}
