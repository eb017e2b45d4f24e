import type { LossTable } from '../../interchange/lossCsv';

/** Offers the losses of runs as a file to keep. What writes it is fetched when it is wanted. */
export async function saveLosses(runs: readonly LossTable[]): Promise<void> {
  const { lossCsv } = await import('../../interchange/lossCsv');
  const url = URL.createObjectURL(new Blob([lossCsv(runs)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'losses.csv';
  link.click();
  // Not at once: the download begins after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 1000);
}
