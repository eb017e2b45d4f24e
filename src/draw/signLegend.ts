import { append, setText } from './parts/dom';
import { DIVERGING_BINS } from './diverging';
import styles from './signLegend.module.css';

/** What the legend of signs is told: nothing, since each tensor has its own scale, and only signs mean the same in all. */
export type SignLegendData = Readonly<Record<string, never>>;

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
  const ends = ['negative', '0', 'positive'].map((text) => [append(labels, 'span', undefined), text] as const);
  return {
    update() {
      for (const [label, text] of ends) setText(label, text);
      root.setAttribute('aria-label', 'Colours of signs: purple is negative, green is positive');
    },
    destroy() {
      root.remove();
    },
  };
}
