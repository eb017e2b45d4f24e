import { sameSelection, type Selection } from '../../scene/selection';
import type { Bounds } from './culling';

/** Something that the view can be zoomed about, in graph units. */
export interface Centre {
  readonly selection: Selection;
  readonly x: number;
  readonly y: number;
}

/**
 * What stays where it is when the reader zooms by a button: what is selected if that is in sight, or else the node in sight
 * that is nearest to the middle, which itself may be empty. Undefined where nothing is in sight.
 */
export function zoomCentre<Each extends Centre>(centres: readonly Each[], selected: Selection | null, view: Bounds): Each | undefined {
  const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
  let nearest: Each | undefined;
  let least = Infinity;
  for (const centre of centres) {
    if (centre.x < view.left || centre.x > view.right || centre.y < view.top || centre.y > view.bottom) continue;
    if (sameSelection(centre.selection, selected)) return centre;
    const far = Math.hypot(centre.x - x, centre.y - y);
    if (centre.selection.kind !== 'node' || far >= least) continue;
    nearest = centre;
    least = far;
  }
  return nearest;
}
