import { appendSvg, setAttributes } from '../parts/dom';
import styles from './chart.module.css';
import { createLossCard } from './lossCard';
import { leadOf, type LossChartData } from './lossData';
import type { LossEvent } from './lossEvents';
import { readingsAt } from './lossReadings';
import type { LossView } from './lossView';

/** The line under the pointer, or the keyboard's cursor, with all that is known there. */
export interface LossRule {
  /** Stands at a step of the run at the front; null takes it away. */
  update(step: number | null, data: LossChartData, view: LossView, events: readonly LossEvent[]): void;
}

/** From so far, in pixels, the pointer finds a mark. */
const REACH = 9;

/** Draws the line into `svg`, and its card into `root`. */
export function drawLossRule(svg: SVGSVGElement, root: HTMLElement): LossRule {
  const line = appendSvg(svg, 'line', styles.rule);
  const dot = appendSvg(svg, 'circle', styles.dotFaint, { r: 3.5 });
  const card = createLossCard(root);
  for (const mark of [line, dot]) mark.style.display = 'none';
  return {
    update(step, data, view, events) {
      line.style.display = dot.style.display = step === null ? 'none' : '';
      if (step === null) {
        card.hide();
        return;
      }
      const { frame } = view;
      const loss = leadOf(data)?.series.at(step) ?? NaN;
      const known = Number.isFinite(loss);
      const [x, y] = [view.x(step), known ? view.y(loss) : frame.top + 40];
      dot.style.display = known ? '' : 'none';
      setAttributes(line, { x1: Math.round(x) + 0.5, x2: Math.round(x) + 0.5, y1: frame.top, y2: frame.bottom });
      setAttributes(dot, { cx: x, cy: y });
      card.show(x, y, readingsAt(step, data, view), events.find((event) => Math.abs(event.x - x) <= REACH) ?? null, data, frame);
    },
  };
}
