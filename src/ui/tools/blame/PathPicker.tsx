import { formatPathCount } from '../../../study/blame/counted';
import { Icon } from '../../controls/Icon';
import styles from './pathPicker.module.css';

interface PathPickerProps {
  readonly at: number | 'all';
  /** How many paths can be looked at one by one. */
  readonly listed: number;
  /** How many there are. */
  readonly count: bigint;
  readonly onPick: (at: number | 'all') => void;
}

/** Goes through the paths one by one, or shows all of them together. */
export function PathPicker({ at, listed, count, onPick }: PathPickerProps) {
  const current = at === 'all' ? -1 : at;
  return (
    <div className={styles.picker} role="group" aria-label="Paths">
      <button type="button" className={styles.all} aria-pressed={at === 'all'} onClick={() => onPick('all')}>
        All together
      </button>
      <button
        type="button"
        className={styles.back}
        aria-label="Previous path"
        title="Previous path"
        disabled={current === 0}
        onClick={() => onPick(current === -1 ? listed - 1 : current - 1)}
      >
        <Icon name="chevron" size={14} />
      </button>
      <span className={styles.which} aria-live="polite">
        {at === 'all' ? 'one by one' : `path ${at + 1} of ${formatPathCount(count)}`}
      </span>
      <button
        type="button"
        className={styles.next}
        aria-label="Next path"
        title="Next path"
        disabled={current === listed - 1}
        onClick={() => onPick(current + 1)}
      >
        <Icon name="chevron" size={14} />
      </button>
    </div>
  );
}
