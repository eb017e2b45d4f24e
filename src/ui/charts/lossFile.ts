import type { LossTable } from '../../interchange/lossCsv';
import { download } from '../files/download';

/** Offers the losses of runs as a file to keep. What writes it is fetched when it is wanted. */
export async function saveLosses(runs: readonly LossTable[]): Promise<void> {
  const { lossCsv } = await import('../../interchange/lossCsv');
  download(lossCsv(runs), 'losses.csv', 'text/csv');
}
