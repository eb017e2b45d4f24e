import type { LossSeries } from '../training/lossSeries';
import type { Reply } from '../training/protocol';

/** Adds what a report of the trainer brings to the losses of its run. */
export function appendReport(series: LossSeries, { losses, epochMeans, progress }: Extract<Reply, { type: 'progress' }>): void {
  series.append(losses, progress.steps - losses.length + 1);
  for (const { epoch, mean, lastStep } of epochMeans) series.appendEpoch(epoch, mean, lastStep);
}
