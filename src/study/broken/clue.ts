import { formatCount } from '../../scene/format';
import { formatSubstituted } from '../../scene/recording/substituted';

/** How a gradient is wrong, seen beside the right one. */
export type Clue =
  | { readonly kind: 'right' }
  /** Every cell is the right one times this. */
  | { readonly kind: 'factor'; readonly factor: number }
  | { readonly kind: 'cells' }
  /** It should be 0 throughout. */
  | { readonly kind: 'not zero' }
  | { readonly kind: 'not finite' };

/** One number beside the one that it should be. */
export interface Pair {
  readonly found: number;
  readonly right: number;
}

/** Factors this close together, relative to themselves, are one factor. */
const SAME = 1e-5;

/** A cell so much smaller than the largest says nothing about the factor: it is rounding. */
const TINY = 1e-6;

/** How numbers that are not all right are wrong. */
export function clueOf(pairs: readonly Pair[]): Clue {
  if (pairs.some(({ found }) => !Number.isFinite(found))) return { kind: 'not finite' };
  const largest = pairs.reduce((most, { right }) => Math.max(most, Math.abs(right)), 0);
  const most = pairs.reduce((sofar, { found }) => Math.max(sofar, Math.abs(found)), 0);
  // Beside what was found, the difference quotients of a zero are rounding.
  if (largest <= TINY * TINY * most) return { kind: 'not zero' };
  const factors = pairs.filter(({ right }) => Math.abs(right) > TINY * largest).map(({ found, right }) => found / right);
  const factor = factors.reduce((sum, one) => sum + one, 0) / factors.length;
  const margin = SAME * Math.max(Math.abs(factor), SAME);
  const isOne = factors.every((one) => Math.abs(one - factor) <= margin);
  // Cells that should be next to nothing have to be so in both.
  const rest = pairs.every(({ found, right }) => Math.abs(found - factor * right) <= SAME * Math.max(most, largest));
  return isOne && rest ? { kind: 'factor', factor: settled(factor) } : { kind: 'cells' };
}

/** How a gradient is wrong, to stand behind `it is`: `11 times too large`. */
export function clueWords(clue: Clue): string {
  switch (clue.kind) {
    case 'right':
      return 'right';
    case 'cells':
      return 'wrong by another factor in each cell';
    case 'not zero':
      return 'not 0, as it should be';
    case 'not finite':
      return 'not finite';
    case 'factor':
      return factorWords(clue.factor);
  }
}

function factorWords(factor: number): string {
  if (factor === 0) return '0, as it should not be';
  if (factor === -1) return 'right but for its sign';
  if (factor > 1 && Number.isInteger(factor)) return `${formatCount(factor)} times too large`;
  return `${formatSubstituted(factor)} times what it should be`;
}

/** A factor that is a whole number but for rounding. */
function settled(factor: number): number {
  const whole = Math.round(factor);
  // Next to 1 every digit counts: it is not right.
  const isWhole = whole !== 1 && Math.abs(factor - whole) <= SAME * Math.max(1, Math.abs(whole));
  return isWhole ? whole + 0 : factor;
}
