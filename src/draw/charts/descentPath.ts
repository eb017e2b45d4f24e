import { appendSvg, setAttributes, setText } from '../parts/dom';
import type { PlotFrame } from './axes';
import styles from './contour.module.css';
import { fadingDots } from './fadingDots';
import { thinIterates, type Iterates } from './iterates';
import type { Place } from './lossPaths';
import { within } from './sectionPaths';

/** As many iterates as are joined by the line, and as many as have a dot; and how far apart they are, in pixels. */
const MOST_JOINED = 1500;
const MOST_DOTS = 200;
const JOINED_APART = 2;
const DOTS_APART = 8;

/** The word at the start has so much room, in pixels. */
const WORD = 36;

/** The path of a descent over a plane: a line with dots, its start marked. */
export interface DrawnDescent {
  update(path: Iterates | null, x: Place, y: Place, frame: PlotFrame): void;
}

/** Draws it into `group`. */
export function drawDescentPath(group: SVGGElement): DrawnDescent {
  const halo = appendSvg(group, 'path', styles.pathHalo);
  const line = appendSvg(group, 'path', styles.path);
  const dots = fadingDots(appendSvg(group, 'g', styles.iterates), [1]);
  const start = appendSvg(group, 'circle', styles.start, { r: 4 });
  const startText = appendSvg(group, 'text', styles.startText);
  for (const mark of [start, startText]) mark.style.display = 'none';
  return {
    update(path, x, y, { right, top }) {
      const exists = path !== null && path.count > 1;
      const points = exists ? thinIterates(path, x, y, JOINED_APART, MOST_JOINED) : [];
      let shape = '';
      for (const point of points) shape += `${shape === '' ? 'M' : 'L'}${within(point.x)} ${within(point.y)}`;
      halo.setAttribute('d', shape);
      line.setAttribute('d', shape);
      dots.update(exists ? thinIterates(path, x, y, DOTS_APART, MOST_DOTS) : []);
      const [first, newest] = [points.at(-1), points[0]];
      const shown = first !== undefined && newest !== undefined && points.length > 1;
      start.style.display = startText.style.display = shown ? '' : 'none';
      if (!shown) return;
      setAttributes(start, { cx: within(first.x), cy: within(first.y) });
      const onLeft = first.x + WORD > right;
      // Beside the start, on the side that the path does not leave to.
      const below = newest.y < first.y || first.y - top < 14;
      setAttributes(startText, {
        x: within(first.x + (onLeft ? -7 : 7)),
        y: within(first.y + (below ? 13 : -6)),
        'text-anchor': onLeft ? 'end' : 'start',
      });
      setText(startText, Math.hypot(first.x - newest.x, first.y - newest.y) > 2 * WORD ? 'start' : '');
    },
  };
}
