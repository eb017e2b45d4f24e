import { readFileSync } from 'node:fs';
import golden from '../golden/golden.json';

/** The text of the file that the page fetches. */
export const bostonText = readFileSync('public/data/boston-housing.csv', 'utf8');

/** What NumPy found in it. */
export const bostonGolden = golden.boston;

/** The file with something done to its lines; line 0 is the header. */
export function withLines(change: (lines: string[]) => readonly string[]): string {
  return change(bostonText.trimEnd().split('\n')).join('\n');
}
