import { appendSvg } from '../parts/dom';
import type { Point } from './iterates';
import { within } from './sectionPaths';

/** The strengths of the newest dots to the oldest. */
const FADING = [0.85, 0.65, 0.5, 0.38, 0.3];

/** Dots, the first of which are the strongest. */
export interface FadingDots {
  update(points: readonly Point[]): void;
}

/**
 * Draws dots into `group`, whose style gives lines without length their round caps and their width. All dots of one
 * strength are one path, which costs far less than an element for each dot.
 */
export function fadingDots(group: SVGGElement, strengths: readonly number[] = FADING): FadingDots {
  const paths = strengths.map((strength) => appendSvg(group, 'path', undefined, { opacity: strength }));
  // The newest lie on top.
  for (const path of paths) group.prepend(path);
  return {
    update(points) {
      paths.forEach((path, rank) => {
        const first = Math.round((points.length * rank) / paths.length);
        const end = Math.round((points.length * (rank + 1)) / paths.length);
        let d = '';
        for (const { x, y } of points.slice(first, end)) d += `M${within(x)} ${within(y)}h0`;
        path.setAttribute('d', d);
      });
    },
  };
}
