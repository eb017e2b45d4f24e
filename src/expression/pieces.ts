import { NAME, NUMBER, OPERATORS, OTHER_BASE, RESERVED, SUPERSCRIPT, UNSUPPORTED } from './characters';
import { cited, counted, TextFault } from './textFault';
import { MOST_LETTERS } from './limits';
import type { Token, TokenKind } from './token';

/** What stands at one place: usually one token; two or three for the exponent of `x²` or `x⁻¹`. */
interface Piece {
  readonly parts: readonly Pick<Token, 'kind' | 'text'>[];
  /** In characters. */
  readonly length: number;
}

const SINGLE: ReadonlyMap<string, TokenKind> = new Map([
  ['(', 'open'],
  [')', 'close'],
  [',', 'comma'],
  ['=', 'equals'],
  [';', 'break'],
]);

/**
 * The piece that begins at a character which is neither space nor comment.
 * @throws TextFault for a sign or a number that is not supported
 */
export function pieceAt(text: string, at: number): Piece {
  refuseUnsupported(text, at);
  const sign = text.charAt(at);
  const single = SINGLE.get(sign);
  if (single !== undefined) return { parts: [{ kind: single, text: sign }], length: 1 };
  const operator = OPERATORS.get(sign);
  if (operator !== undefined) return { parts: [{ kind: 'operator', text: operator }], length: 1 };
  return numberAt(text, at) ?? nameAt(text, at) ?? exponentAt(text, at) ?? rootAt(text, at) ?? refuseCharacter(text, at);
}

const UNSUPPORTED_STARTS: ReadonlySet<string> = new Set(UNSUPPORTED.map(([sign]) => sign.charAt(0)));

function refuseUnsupported(text: string, at: number): void {
  // Most pieces are ordinary: the list is for the others.
  if (!UNSUPPORTED_STARTS.has(text.charAt(at))) return;
  const found = UNSUPPORTED.find(([sign]) => text.startsWith(sign, at));
  if (found === undefined) return;
  const [sign, message, suggestion] = found;
  // `.5` is a number.
  if (sign === '.' && /\d/.test(text.charAt(at + 1))) return;
  throw new TextFault({ start: at, end: at + sign.length }, message, suggestion);
}

function numberAt(text: string, at: number): Piece | undefined {
  const other = matchAt(OTHER_BASE, text, at);
  if (other !== undefined) {
    throw new TextFault({ start: at, end: at + other.length }, `"${cited(other)}" is no decimal number, and only those are read.`);
  }
  const digits = matchAt(NUMBER, text, at);
  if (digits === undefined) return undefined;
  const span = { start: at, end: at + digits.length };
  const value = Number(digits);
  if (!Number.isFinite(value)) throw new TextFault(span, `${cited(digits)} is too large: the largest number is about 1.8e308.`);
  if (value === 0 && /[1-9]/.test(digits.split(/e/i)[0] ?? '')) {
    throw new TextFault(span, `${cited(digits)} is too small: it would be rounded to 0.`);
  }
  return { parts: [{ kind: 'number', text: digits }], length: digits.length };
}

function nameAt(text: string, at: number): Piece | undefined {
  const written = matchAt(NAME, text, at);
  if (written === undefined) return undefined;
  const reason = RESERVED.get(written);
  if (reason !== undefined) throw new TextFault({ start: at, end: at + written.length }, reason);
  if (written.length > MOST_LETTERS) {
    const message = `This name has ${counted(written.length)} characters; ${MOST_LETTERS} are the most.`;
    throw new TextFault({ start: at, end: at + written.length }, message);
  }
  // The page writes w₀ for w0: what is copied from it means the same.
  const name = written.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - '₀'.charCodeAt(0)));
  return { parts: [{ kind: 'name', text: name }], length: written.length };
}

function exponentAt(text: string, at: number): Piece | undefined {
  const written = matchAt(SUPERSCRIPT, text, at);
  if (written === undefined) return undefined;
  const plain = Array.from(written, (sign) => PLAIN.get(sign) ?? '').join('');
  const span = { start: at, end: at + written.length };
  if (/^[\s\u200B-\u200D\u2060]*[\^⁰¹²³⁴-⁹⁺⁻]/.test(text.slice(span.end, span.end + 10))) {
    throw new TextFault(span, `It is not clear which power of ${written} is meant; write ^ and parentheses.`, `^${plain}`);
  }
  const [sign, digits] = /^[+-]/.test(plain) ? [plain.charAt(0), plain.slice(1)] : ['', plain];
  const parts: Piece['parts'] = [
    { kind: 'operator', text: '^' },
    ...(sign === '' ? [] : [{ kind: 'operator', text: sign } as const]),
    { kind: 'number', text: digits },
  ];
  return { parts, length: written.length };
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['⁺', '+'],
  ['⁻', '-'],
  ...Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (digit, value) => [digit, String(value)] as const),
]);

function rootAt(text: string, at: number): Piece | undefined {
  if (text.charAt(at) !== '√') return undefined;
  if (/^\s*\(/.test(text.slice(at + 1))) return { parts: [{ kind: 'name', text: 'sqrt' }], length: 1 };
  const operand = matchAt(NUMBER, text, at + 1) ?? matchAt(NAME, text, at + 1) ?? '';
  const span = { start: at, end: at + 1 + operand.length };
  throw new TextFault(span, 'A root is written sqrt(x).', operand === '' ? undefined : `sqrt(${operand})`);
}

function refuseCharacter(text: string, at: number): never {
  const code = text.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(code);
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const span = { start: at, end: at + character.length };
  // Control characters, halves of surrogate pairs, marks without a letter: there is nothing to quote.
  if (/[\p{C}\p{M}]/u.test(character)) throw new TextFault(span, `Here stands a character that cannot be seen (${number}); delete it.`, '');
  throw new TextFault(span, `The character ${character} (${number}) has no meaning here.`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
