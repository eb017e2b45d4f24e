import type { Dataset } from '../../datasets/dataset';
import { LARGEST_FILE, readRunFile, tooLarge, type ReadRun } from '../../interchange/runFile';

/** The run in a file that the reader has chosen, or a sentence that says why there is none. Never rejected. */
export async function readRun(file: File, { name, rows, featureNames }: Dataset): Promise<ReadRun> {
  if (file.size > LARGEST_FILE) return { problem: tooLarge(file.size) };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { problem: 'The file could not be read: it may be a folder, or have been moved or changed meanwhile.' };
  }
  return readRunFile(text, { dataset: name, rows, features: featureNames.length });
}
