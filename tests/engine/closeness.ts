import { expect } from 'vitest';
import { formatShape, type Tensor } from '../../src/engine';

/** |a − b|, relative to the larger of both; 0 for equal numbers, infinities and NaN included. */
export function relativeDifference(a: number, b: number): number {
  return Object.is(a, b) || a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** The largest difference between two lists, relative to the largest entry of either. */
export function tensorDifference(actual: Float64Array, wanted: Float64Array): number {
  if (actual.length !== wanted.length) return Infinity;
  let largest = 0;
  let difference = 0;
  actual.forEach((x, cell) => {
    const y = wanted[cell] ?? NaN;
    largest = Math.max(largest, Math.abs(x), Math.abs(y));
    difference = Math.max(difference, Object.is(x, y) ? 0 : Math.abs(x - y));
  });
  return difference === 0 ? 0 : difference / largest;
}

/** Expects two tensors to have the same shape and to agree to within `tolerance`, relative to their largest entry. */
export function expectClose(actual: Tensor, wanted: Tensor, tolerance: number, what: string): void {
  expect(formatShape(actual.shape), `shape of ${what}`).toBe(formatShape(wanted.shape));
  expect(tensorDifference(actual.data, wanted.data), `difference of ${what}`).toBeLessThanOrEqual(tolerance);
}

/** How many doubles apart two finite numbers of the same sign are. */
export function unitsApart(a: number, b: number): number {
  const bits = (x: number): bigint => new BigInt64Array(Float64Array.of(x).buffer)[0] ?? 0n;
  const apart = bits(a) - bits(b);
  return Number(apart < 0n ? -apart : apart);
}
