import { runColour, runDash } from '../../draw/charts/runLook';
import styles from './runSwatch.module.css';

/** A run's line as charts draw it: its colour and its dashes. */
export function RunSwatch({ slot }: { readonly slot: number }) {
  return (
    <svg className={styles.swatch} width="30" height="10" viewBox="0 0 30 10" aria-hidden="true" focusable="false">
      <line x1="1" x2="29" y1="5" y2="5" style={{ stroke: runColour(slot), strokeDasharray: runDash(slot) }} />
    </svg>
  );
}
