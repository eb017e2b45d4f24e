import { appendSvg, setAttributes, setText } from '../parts/dom';
import { CHARACTER } from '../parts/lettering';
import type { PlotFrame } from './axes';
import styles from './lossPlayhead.module.css';

/** The line at the step that the page shows, with its grip. */
export interface Playhead {
  /** Shows it at a pixel; null hides it. `held` while it is being dragged. */
  update(place: { readonly x: number; readonly text: string } | null, held: boolean, frame: PlotFrame): void;
}

/** The height of the grip, which lies in the row of the axis's labels. */
const HEIGHT = 17;

/** From the plot to the grip. */
const DROP = 4;

/** From where to where a grip with these words would lie at a pixel. */
export function gripAt(x: number, text: string, { right }: PlotFrame): readonly [left: number, right: number] {
  const half = (text.length * CHARACTER) / 2 + 7;
  // Near the edges the grip stays in the drawing; its point stays at the line.
  const middle = Math.max(half, Math.min(right + 12 - half, x));
  return [middle - half, middle + half];
}

/** Draws the playhead into `svg`. */
export function drawPlayhead(svg: SVGSVGElement): Playhead {
  const group = appendSvg(svg, 'g', undefined);
  group.style.display = 'none';
  const halo = appendSvg(group, 'line', styles.playheadHalo);
  const line = appendSvg(group, 'line', styles.playheadLine);
  const grip = appendSvg(group, 'path', styles.grip);
  const number = appendSvg(group, 'text', styles.gripNumber, { 'text-anchor': 'middle' });
  return {
    update(place, held, frame) {
      group.style.display = place === null ? 'none' : '';
      if (place === null) return;
      const { top, bottom } = frame;
      const x = Math.round(place.x) + 0.5;
      const [from, to] = gripAt(x, place.text, frame);
      setAttributes(halo, { x1: x, x2: x, y1: top - 4, y2: bottom });
      setAttributes(line, { x1: x, x2: x, y1: top - 4, y2: bottom + 5 });
      grip.setAttribute('d', gripPath(from, to, bottom + DROP, x));
      setAttributes(number, { x: (from + to) / 2, y: bottom + DROP + HEIGHT - 5 });
      setText(number, place.text);
      group.classList.toggle(styles.held ?? '', held);
    },
  };
}

/** A rounded box with a point upwards at `x`. */
function gripPath(left: number, right: number, top: number, x: number): string {
  const r = 5;
  const tip = Math.max(left + r + 4, Math.min(right - r - 4, x));
  const [width, height] = [right - left - 2 * r, HEIGHT - 2 * r];
  return (
    `M${left + r} ${top}H${tip - 4}L${x} ${top - 5}L${tip + 4} ${top}H${right - r}` +
    `a${r} ${r} 0 0 1 ${r} ${r}v${height}a${r} ${r} 0 0 1 ${-r} ${r}h${-width}a${r} ${r} 0 0 1 ${-r} ${-r}v${-height}a${r} ${r} 0 0 1 ${r} ${-r}Z`
  );
}
