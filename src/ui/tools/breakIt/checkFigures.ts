import { norm } from '../../../engine';
import type { BrokenCheck } from '../../../study/broken/checkBroken';
import { clueWords } from '../../../study/broken/clue';
import { formatCount } from '../../../scene/format';

/** The two numbers of a check as they stand in a table: of a single number itself, of more the norm over those compared. */
export function checkFigures({ entries, total }: BrokenCheck, format: (value: number) => string): { readonly broken: string; readonly numeric: string } {
  const [first] = entries;
  if (total === 1 && first !== undefined) return { broken: format(first.backprop), numeric: format(first.numeric) };
  const normOf = (values: readonly number[]): string => format(norm(Float64Array.from(values)));
  return { broken: normOf(entries.map(({ backprop }) => backprop)), numeric: normOf(entries.map(({ numeric }) => numeric)) };
}

/** What came out, with a sign before it. */
export function verdictWords({ verdict, clue }: BrokenCheck): string {
  if (verdict === 'agrees') return '✓ agrees';
  if (verdict === 'unclear') return '? cannot be told';
  return clue.kind === 'cells' ? '✗ differs by another factor in each cell' : `✗ differs: ${clueWords(clue)}`;
}

/** What has been found altogether, for the ear as well: `9 nodes checked: 5 differ.` */
export function foundWords(checks: Iterable<BrokenCheck>): string {
  const all = [...checks];
  const wrong = all.filter(({ verdict }) => verdict === 'differs').length;
  if (all.length === 0) return '';
  const nodes = all.length === 1 ? '1 node' : `${formatCount(all.length)} nodes`;
  if (wrong === 0) return `${nodes} checked: none differs.`;
  return `${nodes} checked: ${formatCount(wrong)} ${wrong === 1 ? 'differs' : 'differ'}.`;
}

/** What else has to be said of some checks, each in a sentence. */
export function checkNotes(checks: Iterable<BrokenCheck>): readonly string[] {
  const all = [...checks];
  const sampled = all.find(({ entries, total }) => entries.length < total);
  return [
    ...(sampled === undefined ? [] : [`Of larger tensors ${formatCount(sampled.entries.length)} cells, evenly spread, are compared; norms are of these.`]),
    ...(all.some(({ verdict }) => verdict === 'unclear')
      ? ['“Cannot be told”: there the central difference agrees with the right gradient no better, as at a kink or where numbers are not finite.']
      : []),
  ];
}
