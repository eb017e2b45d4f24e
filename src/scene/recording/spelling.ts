import type { Operand, Working } from '../../engine';
import { behindOperator } from '../format';
import type { Term } from './working';

/** A number with what clings to it: lines may break between pieces, never within one. */
export interface Piece {
  /** Signs and brackets before the number: `(`, `× `. */
  readonly before: string;
  /** Undefined where words stand alone. */
  readonly operand: Operand | undefined;
  /** Whether the number's minus sign has become part of `before` or of the term's sign. */
  readonly unsigned: boolean;
  /** Whether an operator stands right before the number, or a power behind it: a negative one has brackets there. */
  readonly bound: boolean;
  readonly after: string;
}

/** A summand as it is written: its sign in a column of its own, then its pieces. */
export interface SpelledTerm {
  readonly sign: '' | '+' | '−';
  readonly pieces: readonly Piece[];
}

/**
 * Sets a term as one writes arithmetic by hand: `a + −b` becomes `a − b`; behind any other operator a negative number is
 * marked to stand in brackets, `a × (−b)`, as is a negative base before its exponent. `sign` is the one that the term begins
 * with, if it is not its first number's own.
 */
export function spell(term: Term, sign: '' | '+'): SpelledTerm {
  const pieces: Piece[] = [];
  let pending = '';
  for (const part of term) {
    if (typeof part !== 'string') {
      pieces.push({ before: pending, operand: part, unsigned: false, bound: false, after: '' });
      pending = '';
      continue;
    }
    // What follows a number without a space clings to it; the rest belongs to what comes next.
    const [, clinging = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(part) ?? [];
    const last = pieces.at(-1);
    if (last === undefined) pending += part;
    else {
      pieces[pieces.length - 1] = { ...last, after: last.after + clinging };
      pending += rest;
    }
  }
  if (pending !== '') pieces.push({ before: pending, operand: undefined, unsigned: false, bound: false, after: '' });
  const [first, ...others] = pieces.map((piece, index) => withOneSign(piece, pieces[index + 1]));
  if (first === undefined) return { sign, pieces: [] };
  if (first.before !== '' || first.bound || !isNegative(first)) return { sign, pieces: [first, ...others] };
  return { sign: '−', pieces: [{ ...first, unsigned: true }, ...others] };
}

/** The sign and the magnitude of a summand that begins with a number. */
export function signOf(value: number, first: boolean): { readonly sign: '' | '+' | '−'; readonly magnitude: number } {
  if (value < 0) return { sign: '−', magnitude: -value };
  return { sign: first ? '' : '+', magnitude: value };
}

function withOneSign(piece: Piece, next: Piece | undefined): Piece {
  const { before, after } = piece;
  const isBase = after.startsWith('²') || next?.before.startsWith('^') === true;
  if (!isBase && isNegative(piece) && before.endsWith('+ ')) return { ...piece, before: before.replace(/\+ $/, '− '), unsigned: true };
  return { ...piece, bound: isBase || /[+−×÷^] ?$/.test(before) };
}

function isNegative({ operand }: Piece): boolean {
  return operand !== undefined && operand.value < 0;
}

/** A calculation on one line: `(−2) ^ 3`. */
export function spelledText(working: Working, format: (value: number) => string): string {
  const { sign, pieces } = spell(working, '');
  const texts = pieces.map(({ before, operand, unsigned, bound, after }) => {
    const number = operand === undefined ? '' : format(unsigned ? -operand.value : operand.value);
    return before + (bound ? behindOperator(number) : number) + after;
  });
  return sign + texts.join(' ');
}
