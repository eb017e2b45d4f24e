import type { Dataset } from '../../datasets/dataset';
import { writeRunFile } from '../../interchange/runFile';
import { MOST_STEPS } from '../../interchange/runFileDocument';
import { formatCount } from '../../scene/format';
import type { RunDocument } from '../../training/plan';
import { download } from '../files/download';

/** Why a run of so many steps cannot be saved, in a sentence; undefined if it can be. */
export function whyNotSaved(steps: number): string | undefined {
  if (steps <= MOST_STEPS) return undefined;
  return `The run has ${formatCount(steps)} steps; a file holds ${formatCount(MOST_STEPS)} at most.`;
}

/**
 * Offers a run as a file to keep, named after it.
 *
 * @returns why it cannot be, in a sentence; undefined if it is offered
 */
export function saveRun(run: RunDocument, { name, rows, featureNames }: Dataset): string | undefined {
  const why = whyNotSaved(run.history.steps);
  if (why !== undefined) return why;
  const text = writeRunFile(run, { dataset: name, rows, features: featureNames.length });
  download(text, `${fileName(run.name)}.json`, 'application/json');
  return undefined;
}

/** A run's name as every disk takes it: `run-1`. */
export function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'run' : plain;
}
