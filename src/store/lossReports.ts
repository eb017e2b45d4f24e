import type { Vitals } from '../training/health/vitals';
import type { LossSeries } from '../training/lossSeries';
import type { Reply } from '../training/protocol';
import type { RunRecord } from './runs';

type Report = Extract<Reply, { type: 'progress' }>;

/** As many looks at a network are kept; beyond, every second one goes. */
const MOST_VITALS = 1024;

/** Adds what a report of the trainer brings to the series of its run. @returns what has changed beside them */
export function appendReport(run: RunRecord, report: Report): Partial<RunRecord> {
  const { losses, gradientNorms, progress, changes, vitals } = report;
  appendLosses(run.series.losses, report);
  run.series.gradientNorms.append(gradientNorms, progress.steps - losses.length + 1);
  // A replay tells once more what the page knows already.
  const newChanges = changes.filter(({ step }) => step > (run.changes.at(-1)?.step ?? 0));
  const newVitals = vitals.filter(({ step }) => step > (run.vitals.at(-1)?.step ?? 0));
  return {
    ...(progress.stepsPerEpoch === run.stepsPerEpoch ? {} : { stepsPerEpoch: progress.stepsPerEpoch }),
    ...(newChanges.length > 0 ? { changes: [...run.changes, ...newChanges] } : {}),
    ...(newVitals.length > 0 ? { vitals: thinned([...run.vitals, ...newVitals]) } : {}),
  };
}

function appendLosses(series: LossSeries, { losses, epochMeans, progress }: Report): void {
  series.append(losses, progress.steps - losses.length + 1);
  for (const { epoch, mean, lastStep, test } of epochMeans) series.appendEpoch(epoch, mean, lastStep, test);
}

function thinned(vitals: readonly Vitals[]): readonly Vitals[] {
  return vitals.length <= MOST_VITALS ? vitals : vitals.filter((_, index) => index % 2 === 0 || index > MOST_VITALS / 2);
}
