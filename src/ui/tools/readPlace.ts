import { readNumber } from '../controls/numberRule';

/**
 * What was typed for a row or a column: its number, counted from 1, or its name where it has one; else why it is neither.
 *
 * @param called what a sentence calls it: `row`
 * @param count how many there are
 */
export function readPlace(typed: string, called: string, count: number, names: readonly string[] = []): number | { readonly problem: string } {
  const wanted = typed.trim().toLowerCase();
  const read = readNumber(typed, `The ${called}`, { min: 1, max: count, whole: true });
  // A number means the place, even where it is a name as well.
  if (typeof read === 'number' || wanted === '') return read;
  const named = names.findIndex((name) => name.toLowerCase() === wanted);
  if (named !== -1) return named + 1;
  // Who typed letters meant a name.
  const hint = names[0] === undefined || !/\p{L}/u.test(wanted) ? '' : ` A name will do as well: ${names[0]}.`;
  return { problem: read.problem + hint };
}
