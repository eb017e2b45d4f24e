/** What of a circuit is drawn at a zoom: everything, no figures, or not even what stands in the symbols. */
export type Detail = 'all' | 'signs' | 'shapes';

/** Type smaller than this many pixels cannot be read, and costs more to draw than all the rest. */
const LEAST_READABLE = 6;
const FIGURE = 11.5;
const SIGN = 14;

/** How much is worth drawing at a zoom. */
export function detailAt(zoom: number): Detail {
  if (zoom * FIGURE >= LEAST_READABLE) return 'all';
  return zoom * SIGN >= LEAST_READABLE ? 'signs' : 'shapes';
}
