import type { LossSeries } from '../training/lossSeries';

/** A run whose losses are written. */
export interface LossTable {
  readonly name: string;
  readonly series: LossSeries;
  /** How many steps an epoch has that has not ended. */
  readonly stepsPerEpoch: number;
}

/** The names of the columns. */
const HEAD = 'run,step,epoch,loss,epoch_mean,test_loss';

/**
 * The losses of runs as comma-separated values with a line of column names: a line for each step that is kept, with all
 * digits. The epoch's mean and the loss of the held-out rows stand at the epoch's last step, and are empty at the others.
 * Lines end as RFC 4180 has it.
 */
export function lossCsv(runs: readonly LossTable[]): string {
  const lines = [HEAD];
  for (const { name, series, stepsPerEpoch } of runs) {
    const run = quoted(name);
    let index = series.epochIndexOf(series.firstStep);
    for (let step = series.firstStep; step <= series.lastStep; step++) {
      const ends = index < series.epochCount && series.epochEnd(index) === step;
      const epoch = index < series.epochCount ? series.epochNumber(index) : series.epochOf(step, stepsPerEpoch);
      const test = ends ? series.epochTest(index) : NaN;
      lines.push(`${run},${step},${epoch},${series.at(step)},${ends ? series.epochMean(index) : ''},${Number.isNaN(test) ? '' : test}`);
      if (ends) index++;
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A text as a field: in quotes, its own ones doubled, if it has anything in it that would end the field. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
