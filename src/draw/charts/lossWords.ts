import { formatCount, formatNumber } from '../../scene/format';
import { leadOf, type ChartRun, type LossChartData } from './lossData';
import { marksSummary } from './lossEvents';

/** The whole chart in a few sentences. */
export function lossSummary(data: LossChartData): string {
  const front = leadOf(data);
  const others = data.runs.filter((run) => run !== front && run.series.stepCount > 0);
  const sentences = [front === undefined || front.series.stepCount === 0 ? 'Loss curve: empty, training has not begun' : frontWords(front, data)];
  if (front?.divergedAt != null) sentences.push(`Diverged at step ${formatCount(front.divergedAt)}`);
  if (others.length > 0) sentences.push(`Also shown: ${others.map(otherWords).join('; ')}`);
  const marks = marksSummary(data.marks.filter(({ kind }) => kind !== 'diverged'));
  if (marks !== '') sentences.push(`Marked: ${marks}`);
  if (data.zoom !== null) sentences.push(`In sight are steps ${formatCount(data.zoom[0])} to ${formatCount(data.zoom[1])}`);
  return sentences.join('. ');
}

function frontWords({ series }: ChartRun, { scale, xScale }: LossChartData): string {
  const parts = [count(series.epochCount, 'epoch'), count(series.lastStep, 'step')];
  const last = series.epochCount - 1;
  if (last >= 0) parts.push(`last epoch’s mean loss ${formatNumber(series.epochMean(last))}`);
  if (last >= 0 && !Number.isNaN(series.epochTest(last))) parts.push(`test loss ${formatNumber(series.epochTest(last))}`);
  parts.push(`last loss ${formatNumber(series.at(series.lastStep))}`);
  parts.push(scale === 'log' ? 'logarithmic scale' : 'linear scale');
  if (xScale === 'log') parts.push('logarithmic time');
  return `Loss curve: ${parts.join(', ')}`;
}

function otherWords({ name, series, divergedAt }: ChartRun): string {
  const last = series.epochCount - 1;
  const loss = last >= 0 ? `last epoch’s mean loss ${formatNumber(series.epochMean(last))}` : `last loss ${formatNumber(series.at(series.lastStep))}`;
  return `${name}, ${count(series.lastStep, 'step')}, ${loss}${divergedAt === null ? '' : `, diverged at step ${formatCount(divergedAt)}`}`;
}

function count(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
}
