import { useState, type JSX } from 'react';
import styles from './working.module.css';

interface FoldProps {
  readonly count: number;
  readonly render: (index: number) => JSX.Element;
  /** What there are more of: `terms`. */
  readonly noun: string;
}

/** So many stand before the fold, and the last one behind it. */
const HEAD = 3;
/** So many more appear at a time: a line a cell of a large tensor would be too many at once. */
const MORE = 200;

/** Pixels of one line of numbers, and of the button at the fold. */
export const LINE = 20;
const BUTTON = 24;

/** The height of a list in pixels while it is folded, for keeping its room free. */
export function foldedHeight(count: number): number {
  return count <= HEAD + 2 ? count * LINE : (HEAD + 1) * LINE + BUTTON;
}

/** So many pixels as the style sheet sets them: lines are higher for fingers. */
export function reserved(height: number): string {
  return `calc(${height}px * var(--height))`;
}

/** A list of lines; from a long one the first few and the last, and the rest on request. */
export function Fold({ count, render, noun }: FoldProps): JSX.Element {
  const [head, setHead] = useState(HEAD);
  const hidden = Math.max(0, count - head - 1);
  const folds = count > HEAD + 2;
  const shown = !folds || hidden === 0 ? count : head;
  const lines = Array.from({ length: shown }, (_, index) => <li key={index}>{render(index)}</li>);
  return (
    <ul className={styles.lines}>
      {lines}
      {folds && hidden > 0 && (
        <li>
          <button type="button" className={styles.more} aria-expanded={false} onClick={() => setHead(head + MORE)}>
            … {hidden} more {noun}
          </button>
        </li>
      )}
      {folds && hidden > 0 && <li>{render(count - 1)}</li>}
      {folds && hidden === 0 && (
        <li>
          <button type="button" className={styles.more} aria-expanded onClick={() => setHead(HEAD)}>
            fewer {noun}
          </button>
        </li>
      )}
    </ul>
  );
}
