import { appendSvg, setAttributes, setText } from '../parts/dom';
import { CHARACTER } from '../parts/lettering';
import styles from './chart.module.css';
import { leadOf, type LossChartData } from './lossData';
import { placeOfWords } from './lossMarks';
import type { LossView } from './lossView';
import { formatCount } from '../../scene/format';

/** The line at which the run at the front diverged. */
export interface LossStop {
  update(data: LossChartData, view: LossView): void;
}

/** Draws it into `svg`. */
export function drawLossStop(svg: SVGSVGElement): LossStop {
  const group = appendSvg(svg, 'g', styles.diverged);
  const line = appendSvg(group, 'line', undefined);
  const text = appendSvg(group, 'text', undefined);
  group.style.display = 'none';
  return {
    update(data, view) {
      const { frame } = view;
      const { left, right, top, bottom } = frame;
      const step = leadOf(data)?.divergedAt ?? null;
      const place = step === null ? NaN : view.x(step);
      const seen = place >= left - 1 && place <= right + 1;
      group.style.display = seen ? '' : 'none';
      if (step === null || !seen) return;
      const x = Math.round(place) + 0.5;
      const words = `diverged at step ${formatCount(step)}`;
      const { lossLabel = 'loss' } = data;
      const fits = (lossLabel.length + words.length) * CHARACTER <= right;
      const over = placeOfWords(x, words, fits ? lossLabel : '', frame);
      setAttributes(line, { x1: x, x2: x, y1: top - 5, y2: bottom });
      // Where the row over the plot is too short for both, they stand in the plot.
      setAttributes(text, { ...over, y: fits ? over.y : top + 10 });
      setText(text, words);
    },
  };
}
