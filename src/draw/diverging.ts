/**
 * Sign as colour: fifteen bins, symmetric around zero, one for each custom property
 * `--diverging-0` (most negative) to `--diverging-14` (most positive).
 */

/** How many colours the palette has. */
export const DIVERGING_BINS = 15;

/** The bin of zero. */
export const ZERO_BIN = 7;

/** What `divergingBin` answers for a value that has no colour: NaN and the infinities. */
export const NONFINITE_BIN = -1;

/**
 * The palette's bin for a value, on a linear scale from −extent to +extent.
 *
 * @param extent the magnitude that takes the strongest colour; beyond it colours stay at the strongest.
 * @returns 0 … 14, where 7 is zero and its neighbourhood, and −1 for what is not finite.
 */
export function divergingBin(value: number, extent: number): number {
  if (!Number.isFinite(value)) return NONFINITE_BIN;
  if (!(extent > 0)) return ZERO_BIN;
  // Rounding the magnitude, and not the signed value, keeps the halves mirror images: Math.round rounds halves upwards.
  const distance = Math.min(ZERO_BIN, Math.round((Math.abs(value) / extent) * ZERO_BIN));
  return value < 0 ? ZERO_BIN - distance : ZERO_BIN + distance;
}

/** The largest magnitude among the finite cells, so that −extent … extent holds them all; 0 if there are none. */
export function symmetricExtent(data: ArrayLike<number>): number {
  let extent = 0;
  for (let cell = 0; cell < data.length; cell++) {
    const magnitude = Math.abs(data[cell] ?? 0);
    if (magnitude > extent && magnitude < Infinity) extent = magnitude;
  }
  return extent;
}

/** The name of a bin's custom property; a value that is not finite has its own. */
export function divergingProperty(bin: number): string {
  return bin === NONFINITE_BIN ? '--nonfinite' : `--diverging-${bin}`;
}
