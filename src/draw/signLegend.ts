import { formatNumber } from '../scene/format';
import { append, setText } from './charts/dom';
import { DIVERGING_BINS } from './diverging';
import styles from './signLegend.module.css';

/** What the legend of signs shows. */
export interface SignLegendData {
  /** The magnitude of the strongest colours; left out, the legend says only negative and positive. */
  readonly extent?: number;
}

/** A legend of signs inside its host. */
export interface SignLegend {
  update(data: SignLegendData): void;
  destroy(): void;
}

/** The palette of signs in one small line: fifteen colours between what they stand for at their ends and in the middle. */
export function drawSignLegend(host: HTMLElement): SignLegend {
  const root = append(host, 'div', styles.legend, { role: 'img', 'aria-label': 'Colours of signs' });
  const swatches = append(root, 'div', styles.swatches, { 'aria-hidden': 'true' });
  for (let bin = 0; bin < DIVERGING_BINS; bin++) {
    append(swatches, 'span', styles.swatch).style.background = `var(--diverging-${bin})`;
  }
  const labels = append(root, 'div', styles.labels, { 'aria-hidden': 'true' });
  const [low, zero, high] = [append(labels, 'span', undefined), append(labels, 'span', undefined), append(labels, 'span', undefined)];
  return {
    update({ extent }) {
      const known = extent !== undefined && Number.isFinite(extent) && extent > 0;
      const [least, greatest] = known ? [formatNumber(-extent), formatNumber(extent)] : ['negative', 'positive'];
      setText(low, least);
      setText(zero, '0');
      setText(high, greatest);
      const range = known ? `, from ${least} to ${greatest}` : '';
      root.setAttribute('aria-label', `Colours of signs: purple is negative, green is positive${range}`);
    },
    destroy() {
      root.remove();
    },
  };
}
