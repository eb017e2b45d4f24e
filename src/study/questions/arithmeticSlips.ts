import { formatNumber } from '../../scene/format';
import type { Slip } from './question';
import { reckoned, type Reckoning } from './reckoning';
import { roundedTo, type Reckon } from './workedReckoning';
import { writtenReckoning } from './writtenReckoning';

/** Sums of more numbers have so many wrong ways that a wrong answer says nothing. */
const MOST_SUMMANDS = 16;

/**
 * What comes out of a calculation if it is done with an ordinary slip: a summand left out or with the wrong sign, a sum
 * in place of a product, a point in the wrong place, numbers rounded before they are multiplied.
 *
 * @param mayLack whether a summand that is left out is a slip of reckoning, rather than of the rule
 */
export function arithmeticSlips(reckon: Reckon, answer: number, mayLack: (summand: number) => boolean = () => true): Slip[] {
  const slip = (value: number, says: string): Slip => ({ kind: 'arithmetic', value, says });
  const slips: Slip[] = [];
  const reckoning = reckon();
  if (reckoning !== undefined) {
    const { summands, rest } = mainSum(reckoning);
    if (summands.length > 1 && summands.length <= MOST_SUMMANDS) {
      summands.forEach((summand, index) => {
        const text = writtenReckoning(summand);
        const others = summands.filter((_, other) => other !== index);
        const flipped = summands.with(index, { kind: 'negative', of: [summand] });
        if (mayLack(index)) slips.push(slip(rest(reckoned({ kind: 'sum', of: others })), `An arithmetic slip: one summand is missing, ${text}.`));
        slips.push(slip(rest(reckoned({ kind: 'sum', of: flipped })), `An arithmetic slip: the summand ${text} has been taken with the wrong sign.`));
      });
    }
    if (reckoning.kind === 'product' && reckoning.of.length > 1 && reckoning.of.every(({ kind }) => kind === 'number')) {
      const text = writtenReckoning({ kind: 'sum', of: reckoning.of });
      slips.push(slip(reckoned({ kind: 'sum', of: reckoning.of }), `An arithmetic slip: that is ${text}, but these numbers are to be multiplied.`));
    }
  }
  for (const digits of [1, 2]) {
    const rounded = reckon(roundedTo(digits));
    if (rounded === undefined) continue;
    const words = digits === 1 ? 'one digit' : 'two digits';
    slips.push(slip(reckoned(rounded), `An arithmetic slip: that comes out if the numbers are rounded to ${words} before they are put together.`));
  }
  slips.push(slip(answer * 10, `An arithmetic slip: ${formatNumber(answer * 10)} is ten times too large; the point stands one place too far to the right.`));
  slips.push(slip(answer / 10, `An arithmetic slip: ${formatNumber(answer / 10)} is ten times too small; the point stands one place too far to the left.`));
  return slips;
}

/** The sum that a calculation is in the main, and what is done to it afterwards. */
function mainSum(reckoning: Reckoning): { readonly summands: readonly Reckoning[]; readonly rest: (sum: number) => number } {
  if (reckoning.kind === 'sum') return { summands: reckoning.of, rest: (sum) => sum };
  const [numerator, denominator] = reckoning.of;
  if (reckoning.kind !== 'quotient' || numerator?.kind !== 'sum' || denominator === undefined) return { summands: [], rest: (sum) => sum };
  const divisor = reckoned(denominator);
  return { summands: numerator.of, rest: (sum) => sum / divisor };
}
