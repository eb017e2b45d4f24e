import { nameTex, splitName, type NameParts } from '../expression/nameTex';
import { scientificTex } from '../expression/scientificTex';

/** How numbers and names are written, everywhere: on nodes, wires, axes, in tables and sentences. */

/** As many significant digits as are shown unless all of them are asked for. */
const DEFAULT_DIGITS = 4;

/** From this power of ten down a number is written with an exponent: `0.001`, but `9.99e−4`. */
const LEAST_PLAIN_EXPONENT = -3;
/** So many digits before the point are written out, whatever the precision: `12346`, but `1.235e5`. */
const MOST_WHOLE_DIGITS = 5;

/**
 * A number for reading: `digits` significant digits without trailing zeros, a true minus sign, an exponent where the
 * plain form would be long, and a word for what is not a finite number. Digits before the point are never rounded
 * away as long as they are written out: 2481 stays 2481 at three digits.
 */
export function formatNumber(value: number, digits: number = DEFAULT_DIGITS): string {
  return withoutZeros(formatFigure(value, digits));
}

/**
 * The same with its trailing zeros, which say how precise it is: 10.96 at three digits is `11.0`, since 11 would look
 * exact. What is a whole number is exact, and stays without.
 */
export function formatFigure(value: number, digits: number = DEFAULT_DIGITS): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const text = rounded(Math.abs(value), digits);
  // Beyond 2^53 every double is whole: there it has to be what is written, too.
  const isExact = Number.isInteger(value) && Number(text) === Math.abs(value);
  return (value < 0 ? '−' : '') + (isExact ? withoutZeros(text) : text);
}

/** A positive number as digits. Never by way of a rounded number, which the largest ones do not have. */
function rounded(magnitude: number, digits: number): string {
  const scientific = magnitude.toExponential(digits - 1);
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  const mostWhole = Math.max(digits + 1, MOST_WHOLE_DIGITS);
  if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= mostWhole) {
    const plain = magnitude.toFixed(Math.max(0, digits - 1 - exponent));
    // Rounding to whole digits may have made one more of them: 99999.6.
    if ((plain.split('.')[0] ?? '').length <= mostWhole) return plain;
  }
  return scientific.replace('e+', 'e').replace('-', '−');
}

function withoutZeros(text: string): string {
  const [mantissa = '', exponent] = text.split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? short : `${short}e${exponent}`;
}

/** A number with every digit that tells it from its neighbours (up to 17), and a true minus sign. */
export function formatExactly(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  return String(value).replace('e+', 'e').replaceAll('-', '−');
}

/** The brackets that a written number has behind an operator: a negative one has them, `3 × (−4)`, any other has none. */
export function bracketsBehindOperator(number: string): readonly [open: string, close: string] {
  return /^[−-]/.test(number) ? ['(', ')'] : ['', ''];
}

/** A written number as it stands behind an operator, as schoolbooks have it: `(−4)`, `3`; in TeX, whose minus is a hyphen, as well. */
export function behindOperator(number: string): string {
  const [open, close] = bracketsBehindOperator(number);
  return open + number + close;
}

// Made once: setting one up costs far more than using it.
const COUNTS = new Intl.NumberFormat('en-GB');

/** A count as people write it: `12,000`. */
export function formatCount(count: number): string {
  return COUNTS.format(count);
}

/** A name that is a number as `String` writes it: a constant's. */
const NUMBER = /^(-?\d+(?:\.\d+)?)(?:e([+-]\d+))?$/;

/** Whether a name is a number that needs brackets in a product or under an exponent: it has a sign or a power of ten. */
export function isCompoundNumber(id: string): boolean {
  const [, mantissa = '', exponent] = NUMBER.exec(id) ?? [];
  return mantissa.startsWith('-') || exponent !== undefined;
}

/** Splits the digits off the end of a name: they are set as a subscript. A number keeps them, and has a true minus sign. */
export function nameParts(id: string): NameParts {
  if (NUMBER.test(id)) return { base: id.replace('e+', 'e').replaceAll('-', '−'), subscript: '' };
  return splitName(id);
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Names that have been written: a page about a large graph says each of them thousands of times. */
const written = new Map<string, string>();
const MOST_WRITTEN = 5000;

/** A name in plain text, its trailing digits as subscripts: `W₁`. */
export function formatName(id: string): string {
  const known = written.get(id);
  if (known !== undefined) return known;
  const { base, subscript } = nameParts(id);
  const name = base + Array.from(subscript, (digit) => SUBSCRIPTS[Number(digit)] ?? digit).join('');
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(id, name);
  return name;
}

/** How a node changes with another: `∂C/∂W₁`. */
export function partialName(of: string, by: string): string {
  return `∂${formatName(of)}/∂${formatName(by)}`;
}

/** A name in TeX: one letter in italics, a word upright, trailing digits as a subscript; a number as a number. */
export function texName(id: string): string {
  const number = NUMBER.exec(id);
  if (number !== null) return scientificTex(number[1] ?? id, number[2]);
  return nameTex(id);
}

/** A number in TeX: `0.01`, `3 \cdot 10^{-6}`, `10^{21}`. Its digits are those of `formatNumber`. */
export function texNumber(value: number): string {
  const [mantissa = '', exponent] = formatNumber(value).replaceAll('−', '-').split('e');
  return scientificTex(mantissa, exponent);
}
