import { formatNumber } from '../../../scene/format';

const FEWEST = 4;
/** More than these do not fit on a line twice. */
const MOST = 9;

/**
 * Two numbers, each with as many digits as it takes to see two digits of their difference; undefined if that takes more
 * than nine.
 */
export function toldApart(before: number, after: number): readonly [before: string, after: string] | undefined {
  const apart = Math.abs(after - before);
  const decades = Math.floor(Math.log10(Math.max(Math.abs(before), Math.abs(after)))) - Math.floor(Math.log10(apart));
  const digits = apart > 0 && Number.isFinite(decades) ? Math.max(FEWEST, decades + 2) : FEWEST;
  return digits > MOST ? undefined : [formatNumber(before, digits), formatNumber(after, digits)];
}
