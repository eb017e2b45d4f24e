import { formatNumber } from './format';

/** Digits of a number in a narrow column. */
const DIGITS = 4;
/** So many characters a number may take there. */
const MOST_CHARACTERS = 9;

/** A number in a narrow column: four significant digits, or fewer where a power of ten takes their room (`−1.2e−308`). */
export function formatShortly(value: number): string {
  for (let digits = DIGITS; digits > 1; digits--) {
    const text = formatNumber(value, digits);
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return formatNumber(value, 1);
}
