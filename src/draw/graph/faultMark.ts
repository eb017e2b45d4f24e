import { appendSvg, setText } from '../parts/dom';
import { css } from './css';

/** The sign of danger at the place where the numbers were lost. */
export interface FaultMark {
  /** Where the middle of the sign goes. */
  place(x: number, y: number): void;
  /** Shows the sign, with a sentence for those who point at it, or takes it away. */
  show(sentence: string | undefined): void;
}

/** A mark in a node or an edge, drawn in the manner of a class. Nothing of it is there until it is shown: few graphs need one. */
export function createFaultMark(parent: SVGGElement, look: 'fault' | 'health' = 'fault'): FaultMark {
  let [x, y] = [0, 0];
  let mark: SVGGElement | undefined;
  return {
    place(atX, atY) {
      [x, y] = [atX, atY];
      mark?.setAttribute('transform', `translate(${x},${y})`);
    },
    show(sentence) {
      mark?.remove();
      mark = undefined;
      if (sentence === undefined) return;
      mark = appendSvg(parent, 'g', css(look), { transform: `translate(${x},${y})` });
      setText(appendSvg(mark, 'title', undefined), sentence);
      appendSvg(mark, 'path', undefined, { d: 'M0,-9L9.5,7.5L-9.5,7.5Z' });
      setText(appendSvg(mark, 'text', undefined, { y: 5.5 }), '!');
    },
  };
}
