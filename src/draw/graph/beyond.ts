import { appendSvg, setAttributes } from '../parts/dom';
import type { Bounds } from './culling';
import { css } from './css';
import type { Surface } from './surface';

/** Something for each of the four sides of the canvas. */
export type Sides<Value> = Readonly<Record<keyof Bounds, Value>>;

/** A quiet sign at each side where the graph goes on. */
export interface Beyond {
  /** Puts the signs to the sides of a canvas, of which the insets are covered by other things. */
  place(size: { readonly width: number; readonly height: number }, insets: Sides<number>): void;
  /** Shows the signs of some sides. Cheap, if they are the same as before. */
  show(sides: Sides<boolean>): void;
}

const SIDES: readonly (keyof Bounds)[] = ['left', 'top', 'right', 'bottom'];

/** How far, in pixels, a graph fades out beside what covers the canvas, and where in it the arrow stands. */
const FADE = 30;
const ARROW = 10;

/** Signs over a graph: it fades out, and a small arrow points on. */
export function createBeyond({ svg, shield, hatch }: Pick<Surface, 'svg' | 'shield' | 'hatch'>): Beyond {
  const group = appendSvg(svg, 'g', css('beyond'), { 'aria-hidden': 'true' });
  svg.insertBefore(group, shield);
  const signs = SIDES.map((side) => {
    const id = `${hatch}-${side}`;
    // From the canvas's own side inwards.
    const [x1, y1] = [side === 'right' ? 1 : 0, side === 'bottom' ? 1 : 0];
    const along = side === 'left' || side === 'right';
    const gradient = appendSvg(group, 'linearGradient', undefined, { id, x1, y1, x2: along ? 1 - x1 : 0, y2: along ? 0 : 1 - y1 });
    appendSvg(gradient, 'stop', css('covered'), { offset: 0 });
    const covered = appendSvg(gradient, 'stop', css('covered'));
    appendSvg(gradient, 'stop', css('clear'), { offset: 1 });
    const sign = appendSvg(group, 'g', undefined, { display: 'none' });
    const fade = appendSvg(sign, 'rect', undefined, { fill: `url(#${id})` });
    const arrow = appendSvg(sign, 'g', undefined);
    appendSvg(arrow, 'circle', undefined, { r: 9 });
    appendSvg(arrow, 'path', undefined, { d: 'M-2.5,-6L3,0L-2.5,6' });
    return { side, sign, covered, fade, arrow, shown: false };
  });

  return {
    place({ width, height }, insets) {
      const middle = { x: (insets.left + width - insets.right) / 2, y: (insets.top + height - insets.bottom) / 2 };
      for (const { side, covered, fade, arrow } of signs) {
        const inset = insets[side];
        const deep = inset + FADE;
        const along = side === 'left' || side === 'right';
        setAttributes(covered, { offset: inset / deep });
        const area = along ? { width: deep, height } : { width, height: deep };
        setAttributes(fade, { x: side === 'right' ? width - deep : 0, y: side === 'bottom' ? height - deep : 0, ...area });
        const [x, y] = along
          ? [side === 'left' ? inset + ARROW : width - inset - ARROW, middle.y]
          : [middle.x, side === 'top' ? inset + ARROW : height - inset - ARROW];
        setAttributes(arrow, { transform: `translate(${x},${y}) rotate(${{ right: 0, bottom: 90, left: 180, top: 270 }[side]})` });
      }
    },
    show(sides) {
      for (const sign of signs) {
        const isShown = sides[sign.side];
        if (sign.shown === isShown) continue;
        sign.shown = isShown;
        if (isShown) sign.sign.removeAttribute('display');
        else sign.sign.setAttribute('display', 'none');
      }
    },
  };
}
