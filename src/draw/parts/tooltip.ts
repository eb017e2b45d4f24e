import { append } from './dom';
import styles from './tooltip.module.css';

/** A line of a tooltip: what it is, and the number. */
export type TooltipLine = readonly [label: string, value: string];

/** The small card beside the pointer or the cursor. */
export interface Tooltip {
  /** Shows lines beside a point of the root, on the side where there is room. */
  show(x: number, y: number, lines: readonly TooltipLine[]): void;
  hide(): void;
}

/** From the point to the card. */
const GAP = 12;

/** A tooltip inside `root`, which must be positioned. Hidden from screen readers: they are told in words elsewhere. */
export function createTooltip(root: HTMLElement): Tooltip {
  const card = append(root, 'div', styles.tooltip, { 'aria-hidden': 'true' });
  card.hidden = true;
  let shown = '';
  return {
    show(x, y, lines) {
      const key = lines.join('\n');
      if (key !== shown) {
        shown = key;
        card.replaceChildren();
        for (const [label, value] of lines) {
          append(card, 'span', styles.label).textContent = label;
          append(card, 'span', styles.value).textContent = value;
        }
      }
      card.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = card;
      const right = x + GAP;
      const left = right + width <= root.clientWidth ? right : Math.max(0, x - GAP - width);
      const above = y - GAP - height;
      const top = above >= 0 ? above : Math.max(0, Math.min(y + GAP, root.clientHeight - height));
      card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
    hide() {
      card.hidden = true;
    },
  };
}
