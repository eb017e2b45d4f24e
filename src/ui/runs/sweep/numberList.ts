import { readNumber, type NumberRule } from '../../controls/numberRule';

/**
 * Numbers typed with commas, semicolons or spaces between them, ascending and each once, or why they are none that the setting takes.
 *
 * @param what what one of them is, as a sentence calls it: `A learning rate`
 */
export function readNumbers(typed: string, what: string, rule: NumberRule): readonly number[] | { readonly problem: string } {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0) return { problem: `${what} is missing; type one or more, with commas between them.` };
  const numbers: number[] = [];
  for (const part of parts) {
    const read = readNumber(part, what, rule);
    if (typeof read !== 'number') return read;
    numbers.push(read);
  }
  return [...new Set(numbers)].sort((a, b) => a - b);
}
