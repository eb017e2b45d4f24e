/**
 * The weight of the past at a place of the slider, from 0 to 100. The slider is even in the length of the memory,
 * 1 / (1 − weight): from 1 step to 100, on a logarithmic scale.
 */
export function smoothingAt(place: number): number {
  return Math.round((1 - 10 ** (-place / 50)) * 1e4) / 1e4;
}

/** The inverse, to the nearest place. */
export function placeOfSmoothing(smoothing: number): number {
  return Math.round(50 * Math.log10(1 / (1 - smoothing)));
}
