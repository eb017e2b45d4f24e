import { CHARACTER } from '../parts/lettering';
import type { PlotFrame } from './axes';

/** The least room around a plot, in pixels: for titles above, for labels to the left and below. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A drawing lower than this saves a row: the horizontal axis's title stands among its labels. */
const LOW = 190;

/** The margins of a chart whose titles stand in rows of their own. */
export const ROOMY: Margins = { top: 28, right: 14, bottom: 38, left: 34 };

/** The same without the row of the horizontal title. */
export const TIGHT: Margins = { top: 24, right: 14, bottom: 22, left: 34 };

/** Whether a drawing of this height has to save a row. */
export function isLow(height: number): boolean {
  return height < LOW;
}

/**
 * Where the plot lies in a chart of this size, beside the longest of the vertical axis's labels. `overhang` is what
 * stands out on the right: half of the last label of the horizontal axis.
 */
export function frameWithin(
  [width, height]: readonly [number, number],
  margins: Margins,
  yLabels: readonly string[],
  overhang = 0,
): PlotFrame {
  const widest = Math.max(0, ...yLabels.map((label) => label.length));
  const left = Math.max(margins.left, Math.ceil(widest * CHARACTER) + 10);
  return {
    left,
    top: margins.top,
    right: Math.max(left + 1, width - Math.max(margins.right, overhang)),
    bottom: Math.max(margins.top + 1, height - margins.bottom),
  };
}

/** Lays an element, which must be positioned, exactly over the plot. */
export function layOver(element: HTMLElement, { left, top, right, bottom }: PlotFrame): void {
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${Math.max(0, right - left)}px`,
    height: `${Math.max(0, bottom - top)}px`,
  });
}
