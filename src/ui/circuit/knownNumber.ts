import { UNKNOWN } from '../../scene/figure';
import { formatExactly, formatFigure } from '../../scene/format';
import { formatShortly } from '../../scene/shortNumber';

/** A number to four significant digits, or to all of them; what is not finite is unknown. */
export function formatShort(value: number): string {
  return Number.isFinite(value) ? formatFigure(value) : UNKNOWN;
}

/** The same with every digit. */
export function formatLong(value: number): string {
  return Number.isFinite(value) ? formatExactly(value) : UNKNOWN;
}

/** The same without trailing zeros, and never longer than a narrow column. */
export function formatInColumn(value: number): string {
  return Number.isFinite(value) ? formatShortly(value) : UNKNOWN;
}
