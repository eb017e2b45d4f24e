/**
 * What of a circuit is drawn at a zoom: everything; no figures, with larger signs; of those only the inputs' and the
 * output's name; or not even those.
 */
export type Detail = 'all' | 'signs' | 'names' | 'shapes';

/** Type smaller than this many pixels cannot be read, and costs more to draw than all the rest. */
const LEAST_READABLE = 6;
const FIGURE = 11.5;
/** Signs and names are larger in graph units where no figures stand beside them: this is the size of most. */
const FAR_SIGN = 20;
const FAR_NAME = 26;

/** How much is worth drawing at a zoom. */
export function detailAt(zoom: number): Detail {
  if (zoom * FIGURE >= LEAST_READABLE) return 'all';
  if (zoom * FAR_SIGN >= LEAST_READABLE) return 'signs';
  return zoom * FAR_NAME >= LEAST_READABLE ? 'names' : 'shapes';
}

/**
 * How many times as wide wires are in graph units, so that differences between them are seen from afar. Even the widest
 * leave a gap between two that run as close as they may.
 */
export function widthGainAt(detail: Detail): number {
  if (detail === 'all') return 1;
  return detail === 'signs' ? 1.5 : 1.8;
}
