import { knownFigure } from '../../scene/figure';
import { appendSvg, setAttribute, setAttributes, setText } from '../parts/dom';
import { css } from './css';
import { ADVANCE, FIGURE_SIZE } from './figureType';
import type { NodeLook } from './nodeLook';

/** The sum of what has come back to a node that several wires read. */
export interface RunningSum {
  paint(look: NodeLook): void;
}

const SIZE = 10 / FIGURE_SIZE;
const WORD_ADVANCE = 0.46;
const AIR = 5;
const GAP = 5;
const HEIGHT = 15;
const FURTHEST_LEFT = 44;

/**
 * Writes the sum over or under a node: with a count, on a badge, as long as contributions are missing, and quietly once
 * all of them are in. `y` is the middle of the badge.
 */
export function createRunningSum(parent: SVGGElement, y: number, expected: number): RunningSum {
  let parts: { badge: SVGGElement; ground: SVGRectElement; total: SVGTextElement; count: SVGTextElement } | undefined;
  const create = () => {
    const badge = appendSvg(parent, 'g', css('sum'), { 'aria-hidden': 'true', transform: `translate(0,${y})` });
    const ground = appendSvg(badge, 'rect', undefined);
    return { badge, ground, total: appendSvg(badge, 'text', css('total')), count: appendSvg(badge, 'text', css('count')) };
  };
  return {
    paint({ state, arrived, figures }) {
      const { gradient } = state;
      if (gradient === undefined || arrived === 0) {
        parts?.badge.setAttribute('display', 'none');
        return;
      }
      parts ??= create();
      const { badge, ground, total, count } = parts;
      badge.removeAttribute('display');
      const size = figures.size * SIZE;
      const text = `Σ ${knownFigure(gradient, figures.room)}`;
      const words = arrived < expected ? `${arrived} of ${expected}` : '';
      setText(total, text);
      setText(count, words);
      const wide = text.length * ADVANCE * size;
      const gap = words === '' ? 0 : (GAP * size) / 10;
      const width = wide + gap + words.length * WORD_ADVANCE * size;
      // A long one goes on to the right: on the left the canvas may end.
      const left = Math.max(-width / 2, -FURTHEST_LEFT);
      setAttribute(badge, 'data-complete', String(words === ''));
      const baseline = size * 0.35;
      setAttributes(total, { x: left, y: baseline });
      setAttributes(count, { x: left + wide + gap, y: baseline });
      const [air, height] = [(AIR * size) / 10, (HEIGHT * size) / 10];
      setAttributes(ground, { x: left - air, y: -height / 2, width: width + 2 * air, height, rx: height / 2 });
    },
  };
}
