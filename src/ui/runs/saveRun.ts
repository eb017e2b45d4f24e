import type { Dataset } from '../../datasets/dataset';
import { writeRunFile } from '../../interchange/runFile';
import type { RunDocument } from '../../training/plan';

/** Offers a run as a file to keep, named after it. */
export function saveRun(run: RunDocument, { name, rows, featureNames }: Dataset): void {
  const text = writeRunFile(run, { dataset: name, rows, features: featureNames.length });
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(run.name)}.json`;
  link.click();
  // Not at once: the download begins after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 1000);
}

/** A run's name as every disk takes it: `run-1`. */
export function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'run' : plain;
}
