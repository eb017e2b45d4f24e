import { select } from 'd3';
import { appendSvg } from '../parts/dom';
import type { PlotFrame } from './axes';
import styles from './lossFlags.module.css';
import { eventLabel, type LossEvent } from './lossEvents';

/** The signs of what happened, along the time. */
export interface LossFlags {
  /** @param lineAt the height of the curve at an event's step; NaN if there is none. */
  update(events: readonly LossEvent[], frame: PlotFrame, lineAt: (event: LossEvent) => number): void;
}

/** Each kind's sign around its own middle: a flag, a dot, a warning triangle, a cross. */
const SIGNS: Readonly<Record<LossEvent['kind'], string>> = {
  change: 'M0 6V-6M0 -6L7 -3.5L0 -1',
  branch: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  health: 'M0 -6L6.5 5.5H-6.5ZM0 -2V1.6M0 3.4V3.5',
  diverged: 'M-4 -4L4 4M4 -4L-4 4',
};

/** From the middle of a sign to its words, and the advance of one of their characters, in pixels. */
const TO_WORDS = 10;
const CHARACTER = 6.1;

/** The height of the row of signs at the top of the plot, where the curve, which falls, is only in the beginning. */
export const SIGN_HEIGHT = 16;

/** Draws the signs into `svg`: at the top of the plot; a branch on the line that it leaves. */
export function drawLossFlags(svg: SVGSVGElement): LossFlags {
  const group = select(appendSvg(svg, 'g', styles.flags));
  let drawn = '';
  return {
    update(events, frame, lineAt) {
      const inSight = events.filter(({ x }) => x >= frame.left - 1 && x <= frame.right + 1);
      const placed = inSight.map((event, index) => {
        const height = event.kind === 'branch' ? lineAt(event) : NaN;
        const onLine = Number.isFinite(height);
        const y = onLine ? Math.round(height * 10) / 10 : frame.top + SIGN_HEIGHT / 2;
        // Words stand as far as there is room up to the next sign; what they leave out is told under the pointer.
        const label = eventLabel(event);
        const end = event.x + TO_WORDS + label.length * CHARACTER;
        const next = inSight[index + 1]?.x ?? Infinity;
        const fits = end <= Math.min(next - TO_WORDS, frame.right);
        // From the sign at the top down to the axis, across the curve.
        return { event, x: Math.round(event.x * 10) / 10, y, fall: onLine ? 0 : frame.bottom - y, label: fits ? label : '' };
      });
      const key = JSON.stringify(placed.map(({ event, x, y, fall, label }) => [event.kind, label, x, y, fall]));
      if (key === drawn) return;
      drawn = key;
      const signs = group
        .selectAll<SVGGElement, (typeof placed)[number]>('g')
        .data(placed)
        .join((enter) => {
          const sign = enter.append('g');
          sign.append('line');
          sign.append('path');
          sign.append('text');
          return sign;
        })
        .attr('class', ({ event }) => styles[event.kind] ?? '')
        .attr('transform', ({ x, y }) => `translate(${x} ${y})`);
      signs.select('line').attr('y2', ({ fall }) => fall);
      signs.select('path').attr('d', ({ event }) => SIGNS[event.kind]);
      signs
        .select('text')
        .attr('x', TO_WORDS)
        // Those of a branch stand over the line that goes on.
        .attr('y', ({ fall }) => (fall === 0 ? -6 : 3))
        .text(({ label }) => label);
    },
  };
}
