import { UNKNOWN } from '../../../scene/figure';
import { formatFigure, formatNumber } from '../../../scene/format';

const FEWEST = 4;
/** More than these do not fit on a line twice. */
const MOST = 9;

/**
 * Two numbers, each with as many digits as it takes to see two digits of their difference; undefined if that takes more
 * than nine. Where one has more decimals than the other, the other has zeros: they stand for digits that are known as well.
 */
export function toldApart(before: number, after: number): readonly [before: string, after: string] | undefined {
  const apart = Math.abs(after - before);
  const decades = Math.floor(Math.log10(Math.max(Math.abs(before), Math.abs(after)))) - Math.floor(Math.log10(apart));
  const digits = apart > 0 && Number.isFinite(decades) ? Math.max(FEWEST, decades + 2) : FEWEST;
  return digits > MOST ? undefined : aligned(before, after, digits);
}

function aligned(before: number, after: number, digits: number): readonly [string, string] {
  const texts = [written(before, digits), written(after, digits)] as const;
  const decimals = Math.max(...texts.map(decimalsOf));
  const padded = (value: number, text: string): string => {
    const whole = formatFigure(value, digits);
    return decimalsOf(text) === 0 ? text : whole.slice(0, whole.indexOf('.') + 1 + decimals);
  };
  return [padded(before, texts[0]), padded(after, texts[1])];
}

function written(value: number, digits: number): string {
  return Number.isNaN(value) ? UNKNOWN : formatNumber(value, digits);
}

/** Digits behind the point; 0 for a number with an exponent, which is not read digit by digit beside another. */
function decimalsOf(text: string): number {
  return text.includes('e') ? 0 : (text.split('.')[1] ?? '').length;
}
