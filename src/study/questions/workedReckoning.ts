import type { Working } from '../../engine';
import type { Contribution } from '../../scene/recording/working';
import { numberOf, readReckoning, reckoned, type Reckoning } from './reckoning';
import { isTakenFor } from './tolerance';

/** More numbers than these nobody puts together by hand. */
const MOST_OPERANDS = 64;

/**
 * A calculation of the graph as arithmetic, with its operands as `round` leaves them; undefined where it states instead
 * of calculating, or has too many operands.
 */
export function reckoningOfWorking(working: Working, round: (value: number) => number = (value) => value): Reckoning | undefined {
  const operands = working.filter((part) => typeof part !== 'string');
  if (operands.length > MOST_OPERANDS || !operands.every(({ value }) => Number.isFinite(value))) return undefined;
  return readReckoning(working.map((part) => (typeof part === 'string' ? part : `(${round(part.value)})`)).join(''));
}

/** Local derivative × upstream, summed over everything that a cell reaches, as arithmetic. */
export function reckoningOfContributions(contributions: readonly Contribution[], round: (value: number) => number = (value) => value): Reckoning {
  const products = contributions.map(({ local, upstream }): Reckoning => ({ kind: 'product', of: [numberOf(round(local)), numberOf(round(upstream))] }));
  const [only = numberOf(0), ...others] = products;
  return others.length === 0 ? only : { kind: 'sum', of: products };
}

/** Rounds to so many significant digits. */
export function roundedTo(digits: number): (value: number) => number {
  return (value) => Number(value.toPrecision(digits));
}

/** How a calculation is done with its operands rounded. */
export type Reckon = (round?: (value: number) => number) => Reckoning | undefined;

/** Digits that the graph writes on its wires. */
const READ_DIGITS = 3;

/** Whether whoever reads the numbers off the graph, rounded as they stand there, comes close enough to the answer. */
export function isSteady(reckon: Reckon, answer: number, scale: number): boolean {
  const rounded = reckon(roundedTo(READ_DIGITS));
  return rounded === undefined || isTakenFor(reckoned(rounded), answer, scale);
}
