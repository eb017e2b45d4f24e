import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseBoston } from '../../../src/datasets/bostonHousing';
import { LARGEST_FILE, writeRunFile } from '../../../src/interchange/runFile';
import { readRun } from '../../../src/ui/files/readRun';
import { BOSTON, LESSON_RUN } from '../../interchange/arbitraryRun';

const boston = parseBoston(readFileSync('public/data/boston-housing.csv', 'utf8'));

describe('readRun', () => {
  test('gives the run in a file, with or without a mark of its byte order', async () => {
    const text = writeRunFile({ ...LESSON_RUN, name: 'Lauf über Nacht' }, BOSTON);
    for (const mark of ['', '\uFEFF']) {
      expect(await readRun(new File([mark, text], 'run.json'), boston)).toEqual({ document: { ...LESSON_RUN, name: 'Lauf über Nacht' } });
    }
  });

  test('does not even read a file that is too large', async () => {
    const file = Object.assign(new File([], 'run.json'), { text: () => Promise.reject(new Error('read')) });
    Object.defineProperty(file, 'size', { value: LARGEST_FILE + 1 });
    expect(await readRun(file, boston)).toEqual({ problem: 'The file has 21 MB; a run file has 20 MB at most.' });
  });

  test('says that a file cannot be read, as a folder cannot', async () => {
    const folder = Object.assign(new File([], 'folder'), { text: () => Promise.reject(new DOMException('Gone.', 'NotFoundError')) });
    expect(await readRun(folder, boston)).toEqual({
      problem: 'The file could not be read: it may be a folder, or have been moved or changed meanwhile.',
    });
  });
});
