import { formatNumber } from '../../../scene/format';

const FEWEST = 4;
/** No two doubles look the same at so many digits. */
const MOST = 17;

/** Two numbers, each with as many digits as it takes to see that they differ, and one more. */
export function toldApart(before: number, after: number): readonly [before: string, after: string] {
  let digits = FEWEST;
  while (digits < MOST && !Object.is(before, after) && formatNumber(before, digits) === formatNumber(after, digits)) digits++;
  const shown = digits === FEWEST ? FEWEST : Math.min(MOST, digits + 1);
  return [formatNumber(before, shown), formatNumber(after, shown)];
}
