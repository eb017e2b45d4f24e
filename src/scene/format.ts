/** How numbers and names are written, everywhere: on nodes, wires, axes, in tables and sentences. */

/** As many significant digits as are shown unless all of them are asked for. */
const DEFAULT_DIGITS = 4;

/**
 * A number for reading: `digits` significant digits without trailing zeros, a true minus sign,
 * an exponent where the plain form would be long, and a word for what is not a finite number.
 */
export function formatNumber(value: number, digits: number = DEFAULT_DIGITS): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  const text =
    magnitude >= 10 ** Math.max(digits + 1, 5) || magnitude < 1e-3
      ? rounded.toExponential().replace('e+', 'e')
      : String(rounded);
  return text.replaceAll('-', '−');
}

/** A number with every digit that tells it from its neighbours (up to 17), and a true minus sign. */
export function formatExactly(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  return String(value).replace('e+', 'e').replaceAll('-', '−');
}

// Made once: setting one up costs far more than using it.
const COUNTS = new Intl.NumberFormat('en-GB');

/** A count as people write it: `12,000`. */
export function formatCount(count: number): string {
  return COUNTS.format(count);
}

/** A name split for setting: `W1` is W with the subscript 1. */
export interface NameParts {
  readonly base: string;
  readonly subscript: string;
}

/** Splits the digits off the end of a name: they are set as a subscript. */
export function nameParts(id: string): NameParts {
  const match = /^(.*?\D)_?(\d+)$/.exec(id);
  return match ? { base: match[1] ?? id, subscript: match[2] ?? '' } : { base: id, subscript: '' };
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** A name in plain text, its trailing digits as subscripts: `W₁`. */
export function formatName(id: string): string {
  const { base, subscript } = nameParts(id);
  return base + Array.from(subscript, (digit) => SUBSCRIPTS[Number(digit)] ?? digit).join('');
}

/** A name in TeX: one letter in italics, a word upright, trailing digits as a subscript. */
export function texName(id: string): string {
  const { base, subscript } = nameParts(id);
  const safe = base.replace(/[\\{}$&#^_%~]/g, (character) => `\\char"${character.charCodeAt(0).toString(16).toUpperCase()} `);
  const set = Array.from(base).length === 1 ? safe : `\\mathrm{${safe}}`;
  return subscript === '' ? set : `${set}_{${subscript}}`;
}
