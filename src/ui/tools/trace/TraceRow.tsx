import { memo } from 'react';
import type { Section } from '../../../study/trace/parts';
import { Marked } from './Marked';
import styles from './trace.module.css';

interface TraceRowProps {
  readonly id: string;
  /** As it is copied, set in. */
  readonly text: string;
  readonly section: Section;
  readonly isHeading: boolean;
  /** In the trace, from 0, and how many lines that has. */
  readonly place: number;
  readonly count: number;
  /** Pixels. */
  readonly row: number;
  /** Whether it tells of what has happened last. */
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** Whether the keyboard is here. */
  readonly isActive: boolean;
  readonly wanted: string;
}

/** One line of a trace. It renders when something of its own changes, not with every line that is scrolled into view. */
export const TraceRow = memo(function TraceRow({ id, text, section, isHeading, place, count, row, isCurrent, isSelected, isActive, wanted }: TraceRowProps) {
  return (
    <div
      id={id}
      className={styles.line}
      role="option"
      aria-selected={isSelected}
      aria-current={isCurrent ? 'step' : undefined}
      aria-posinset={place + 1}
      aria-setsize={count}
      data-place={place}
      data-section={section}
      data-heading={isHeading || undefined}
      data-active={isActive || undefined}
      style={{ top: place * row, height: row, lineHeight: `${row}px` }}
    >
      <Marked text={text} wanted={wanted} />
    </div>
  );
});

/** The line on which something has happened, by its place; undefined beside all lines. */
export function placeAt(target: EventTarget): number | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;
  return place === undefined ? undefined : Number(place);
}
