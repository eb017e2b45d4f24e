import { formatNumber } from '../../../scene/format';

const FEWEST = 4;
/** No two doubles look the same at so many digits. */
const MOST = 17;

/** Two numbers, each with as many digits as it takes to see two digits of their difference. */
export function toldApart(before: number, after: number): readonly [before: string, after: string] {
  const apart = Math.abs(after - before);
  const decades = Math.floor(Math.log10(Math.max(Math.abs(before), Math.abs(after)))) - Math.floor(Math.log10(apart));
  const digits = apart > 0 && Number.isFinite(decades) ? Math.max(FEWEST, Math.min(MOST, decades + 2)) : FEWEST;
  return [formatNumber(before, digits), formatNumber(after, digits)];
}
