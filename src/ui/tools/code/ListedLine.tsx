import { memo } from 'react';
import type { Phase } from '../../../engine';
import styles from './code.module.css';
import { pythonTokens } from './pythonTokens';

interface ListedLineProps {
  readonly id: string;
  readonly text: string;
  /** In the file, from 1. */
  readonly number: number;
  /** In the listing, from 0, and how many lines that has. */
  readonly place: number;
  readonly count: number;
  /** Pixels. */
  readonly row: number;
  /** Whether the present step happens here; then in which phase. */
  readonly isPresent: boolean;
  readonly phase: Phase | undefined;
  /** Whether the keyboard is here. */
  readonly isActive: boolean;
  /** Whether any step happens here. */
  readonly happens: boolean;
  /** Told its place. */
  readonly onPress: (place: number) => void;
}

/**
 * One line of the listing. The present one has a mark in the gutter and the ground of its phase. It renders when something of
 * its own changes, not with every line that is scrolled into view.
 */
export const ListedLine = memo(function ListedLine({ id, text, number, place, count, row, isPresent, phase, isActive, happens, onPress }: ListedLineProps) {
  return (
    <div
      id={id}
      className={styles.line}
      role="option"
      aria-selected={isActive}
      aria-current={isPresent ? 'step' : undefined}
      aria-posinset={place + 1}
      aria-setsize={count}
      data-phase={isPresent ? phase : undefined}
      data-step={happens || undefined}
      data-active={isActive || undefined}
      style={{ top: place * row, height: row, lineHeight: `${row}px` }}
      onClick={() => onPress(place)}
    >
      <span className={styles.gutter} aria-hidden="true">
        <span className={styles.mark}>{isPresent ? '▸' : ''}</span>
        {number}
      </span>
      {text === '' ? <span className="visually-hidden">blank line</span> : <CodeText text={text} />}
    </div>
  );
});

/** One line in its colours. */
function CodeText({ text }: { readonly text: string }) {
  return (
    <code className={styles.text}>
      {pythonTokens(text).map((token, index) =>
        token.kind === 'plain' ? (
          token.text
        ) : (
          <span key={index} data-kind={token.kind}>
            {token.text}
          </span>
        ),
      )}
    </code>
  );
}
