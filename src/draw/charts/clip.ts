import { appendSvg, setAttributes } from '../parts/dom';
import type { PlotFrame } from './axes';

/** A group that shows only what lies in the plot. */
export interface Clip {
  readonly group: SVGGElement;
  /** Says where the plot lies; `air` pixels around it stay visible, for lines that run along its edge. */
  place(frame: PlotFrame, air?: number): void;
}

let clips = 0;

/** Appends such a group to `svg`. */
export function createClip(svg: SVGSVGElement): Clip {
  const id = `plot-clip-${clips++}`;
  const area = appendSvg(appendSvg(svg, 'clipPath', undefined, { id }), 'rect', undefined);
  return {
    group: appendSvg(svg, 'g', undefined, { 'clip-path': `url(#${id})` }),
    place({ left, top, right, bottom }, air = 2) {
      setAttributes(area, { x: left, y: top - air, width: right - left + air, height: bottom - top + 2 * air });
    },
  };
}
