import { roundedTo } from '../../scene/roundedTo';

/**
 * A number that a reader chose by hand, with no more digits than the hand could mean: rounded to the power of ten that is
 * no larger than `resolution`, and inside the range.
 */
export function neatNumber(value: number, resolution: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, roundedTo(value, Math.floor(Math.log10(resolution)))));
}
