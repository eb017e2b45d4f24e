/**
 * A number that a reader chose by hand, with no more digits than the hand could mean: rounded to the power of ten that is
 * no larger than `resolution`, and inside the range.
 */
export function neatNumber(value: number, resolution: number, from: number, to: number): number {
  const power = Math.floor(Math.log10(resolution));
  // Powers below zero are divided by, since 3 * 10 ** -1 is not 0.3.
  const rounded = power < 0 ? Math.round(value * 10 ** -power) / 10 ** -power : Math.round(value / 10 ** power) * 10 ** power;
  return Math.max(from, Math.min(to, Number.isFinite(rounded) ? rounded : value));
}
