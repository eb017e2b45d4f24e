import { formatExactly, formatFigure, formatNumber } from '../format';

/** A number close to a whole one shows so many digits of how far it is from it. */
const DIGITS_APART = 4;
/** No double needs more. */
const MOST_DIGITS = 17;

/**
 * A number that is put into a calculation: as `format` writes it, unless that makes a whole number of one that is not.
 * Then it has as many digits as tell the two apart: `1 − 0.99998771²` comes to 2.458e−5, `1 − 1.000²` to nothing.
 */
export function formatSubstituted(value: number, format: (value: number) => string = formatNumber): string {
  const text = format(value);
  if (!Number.isFinite(value) || Number.isInteger(value) || text.includes('e')) return text;
  if (!Number.isInteger(Number(text.replace('−', '-')))) return text;
  const decimals = DIGITS_APART - 1 - Math.floor(Math.log10(Math.abs(value - Math.round(value))));
  const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
  const [rounded, exact] = [formatFigure(value, Math.min(MOST_DIGITS, Math.max(1, whole + decimals))), formatExactly(value)];
  return exact.length <= rounded.length ? exact : rounded;
}
