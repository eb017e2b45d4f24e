import { formatCount, formatNumber } from '../../scene/format';
import type { LossSeries } from '../../training/lossSeries';
import type { TooltipLine } from '../parts/tooltip';
import type { LossChartData } from './lossView';

/** The number of the epoch that a step belongs to, also while that epoch is still running. */
export function epochOfStep(step: number, series: LossSeries, stepsPerEpoch: number): number {
  const index = series.epochIndexOf(step);
  if (index < series.epochCount) return series.epochNumber(index);
  const endedEpochs = index === 0 ? 0 : series.epochNumber(index - 1);
  const endedSteps = index === 0 ? 0 : series.epochEnd(index - 1);
  return endedEpochs + Math.max(1, Math.ceil((step - endedSteps) / stepsPerEpoch));
}

/** What is known of one step, for the tooltip: its number, its epoch, its loss, and the epoch's mean once there is one. */
export function stepLines(step: number, { series, stepsPerEpoch }: LossChartData): TooltipLine[] {
  const lines: TooltipLine[] = [
    ['step', formatCount(step)],
    ['epoch', formatCount(epochOfStep(step, series, stepsPerEpoch))],
    ['step loss', formatNumber(series.lossAt(step))],
  ];
  const index = series.epochIndexOf(step);
  if (index < series.epochCount) lines.push(['epoch mean', formatNumber(series.epochMean(index))]);
  return lines;
}

/** The same in one sentence. */
export function stepWords(step: number, data: LossChartData): string {
  const [, ...rest] = stepLines(step, data);
  return `step ${formatCount(step)}: ${rest.map(([label, value]) => `${label} ${value}`).join(', ')}`;
}

/** The whole curve in a sentence or two. */
export function lossSummary({ series, scale, divergedAt }: LossChartData): string {
  if (series.lastStep === 0 || series.stepCount === 0) return 'Loss curve: empty, training has not begun';
  const parts = [count(series.epochCount, 'epoch'), count(series.lastStep, 'step')];
  if (series.epochCount > 0) parts.push(`last epoch’s mean loss ${formatNumber(series.epochMean(series.epochCount - 1))}`);
  parts.push(`last loss ${formatNumber(series.lossAt(series.lastStep))}`);
  parts.push(scale === 'log' ? 'logarithmic scale' : 'linear scale');
  const diverged = divergedAt == null ? '' : `. Diverged at step ${formatCount(divergedAt)}`;
  return `Loss curve: ${parts.join(', ')}${diverged}`;
}

function count(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
}
