import { formatCount } from '../../../scene/format';
import { Button } from '../../controls/Button';
import styles from './trace.module.css';

interface TraceSearchProps {
  readonly wanted: string;
  /** How many lines hold it, and which of them was gone to last, from 0; −1 for none. */
  readonly hits: number;
  readonly hit: number;
  /** Whether these are those of what was searched for before, since the search goes on. */
  readonly searching: boolean;
  readonly onWanted: (wanted: string) => void;
  readonly onNext: (back: boolean) => void;
}

/** Finds a text among the lines. */
export function TraceSearch({ wanted, hits, hit, searching, onWanted, onNext }: TraceSearchProps) {
  const isEmpty = wanted.trim() === '';
  return (
    <div className={styles.search} role="search">
      <input
        type="text"
        aria-label="Search the trace"
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        value={wanted}
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onNext(event.shiftKey);
          else if (event.key === 'Escape') onWanted('');
        }}
      />
      <Button look="quiet" aria-label="Previous hit" title="Previous hit (Shift Enter)" disabled={hits === 0} onClick={() => onNext(true)}>
        ↑
      </Button>
      <Button look="quiet" aria-label="Next hit" title="Next hit (Enter)" disabled={hits === 0} onClick={() => onNext(false)}>
        ↓
      </Button>
      <span role="status" className={styles.hits}>
        {isEmpty ? '' : hitWords(hits, hit, searching)}
      </span>
    </div>
  );
}

/** `3 of 27`, or how many lines there are before any has been gone to. */
export function hitWords(hits: number, hit: number, searching: boolean): string {
  if (hits === 0) return searching ? 'searching …' : 'not found';
  if (hit >= 0) return `${formatCount(hit + 1)} of ${formatCount(hits)}`;
  return hits === 1 ? '1 line' : `${formatCount(hits)} lines`;
}
