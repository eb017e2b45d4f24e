import { formatCount, formatNumber } from '../../scene/format';
import type { ChartRun, LossChartData } from './lossData';
import type { LossView } from './lossView';

/** What is known of one run at one of its steps. NaN stands for what is not. */
export interface LossReading {
  readonly run: ChartRun;
  readonly step: number;
  readonly epoch: number;
  readonly loss: number;
  /** The moving average there, if that is drawn, otherwise the mean of its epoch once it has ended. */
  readonly line: number;
  /** The held-out rows' loss after that epoch. */
  readonly test: number;
}

/** What the strong line is called. */
function lineName({ smoothing }: Pick<LossChartData, 'smoothing'>): string {
  return smoothing > 0 ? 'smoothed' : 'epoch mean';
}

/** Every run that is drawn at the place of a step of the run at the front, that one first. */
export function readingsAt(step: number, data: LossChartData, view: LossView): LossReading[] {
  const ordered = [...data.runs].sort((a, b) => Number(b.front) - Number(a.front));
  return ordered.map((run) => {
    const { series, stepsPerEpoch } = run;
    const own = view.stepOf(run, step);
    const there = own <= series.lastStep;
    const index = there ? series.epochIndexOf(own) : series.epochCount;
    return {
      run,
      step: own,
      epoch: series.epochOf(own, stepsPerEpoch),
      loss: series.at(own),
      line: data.smoothing > 0 ? view.curve(run).smoothed.series.at(own) : series.epochMean(index),
      test: series.epochTest(index),
    };
  });
}

/** A reading's figures with their names; of the numbers beside the loss those that are known. */
export function figuresOf({ loss, line, test }: LossReading, data: LossChartData): (readonly [name: string, value: string])[] {
  const figures: (readonly [string, string])[] = [['step loss', formatNumber(loss)]];
  if (!Number.isNaN(line)) figures.push([lineName(data), formatNumber(line)]);
  if (!Number.isNaN(test)) figures.push(['test loss', formatNumber(test)]);
  return figures;
}

/** A step in one sentence: of the run at the front, then of the others as far as they go. */
export function stepWords(step: number, data: LossChartData, view: LossView): string {
  const [front, ...others] = readingsAt(step, data, view);
  if (front === undefined) return '';
  const spoken = (reading: LossReading): string => figuresOf(reading, data).map((figure) => figure.join(' ')).join(', ');
  const parts = [`step ${formatCount(step)}: epoch ${formatCount(front.epoch)}, ${spoken(front)}`];
  for (const reading of others) {
    if (reading.step <= reading.run.series.lastStep) parts.push(`${reading.run.name}: ${spoken(reading)}`);
  }
  for (const mark of data.marks) if (mark.step === step) parts.push(mark.words);
  return parts.join('; ');
}
