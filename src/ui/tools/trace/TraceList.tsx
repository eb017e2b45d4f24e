import { useEffect, useEffectEvent, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { indented, type Trace } from '../../../study/trace/trace';
import { textBetween } from '../../../study/trace/searchTrace';
import { useVisibleRows } from '../../inspector/useVisibleRows';
import { useNarrow } from '../../narrow';
import { boundsOf, scrolledTo, scrolledToLine, type LineRange } from './lineRange';
import styles from './trace.module.css';
import { placeAt, TraceRow } from './TraceRow';

/** Pixels of a line; on a phone, where it has to be hit with a finger. */
const ROW = 24;
const NARROW_ROW = 36;

/** Somewhere to scroll to. Another object is another wish, even to the same place. */
export interface Wish {
  readonly line: number;
  /** Whether it is to stand at the top. */
  readonly top: boolean;
}

interface TraceListProps {
  readonly trace: Trace;
  /** The lines of what has happened last, the end not included. */
  readonly current: { readonly from: number; readonly to: number };
  /** Whether those are kept in view. */
  readonly follows: boolean;
  readonly wanted: string;
  readonly range: LineRange;
  readonly wish: Wish | undefined;
  readonly onRange: (range: LineRange) => void;
  /** Goes to the moment of a line. */
  readonly onGo: (line: number) => void;
  /** The reader moves about in the list. */
  readonly onWander: () => void;
}

/** The lines of a trace, of which only those in view are in the document. One stop for the keyboard. */
export function TraceList({ trace, current, follows, wanted, range, wish, onRange, onGo, onWander }: TraceListProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const row = useNarrow() ? NARROW_ROW : ROW;
  const chosen = boundsOf(range);
  const { shown, page, onScroll } = useVisibleRows(box, row, trace.length);

  const look = (from: number, to: number): void => {
    const host = box.current;
    if (host !== null) host.scrollTop = scrolledTo(host.scrollTop, host.clientHeight, row, from, to);
  };
  const bring = useEffectEvent(look);
  useEffect(() => {
    if (follows) bring(current.from, current.to - 1);
  }, [follows, current.from, current.to]);
  const grant = useEffectEvent(({ line, top }: Wish) => {
    const host = box.current;
    if (host !== null) host.scrollTop = top ? line * row : scrolledToLine(host.scrollTop, host.clientHeight, row, line);
  });
  useEffect(() => {
    if (wish !== undefined) grant(wish);
  }, [wish]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onGo(range.head);
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onWander();
    const head = Math.min(trace.length - 1, Math.max(0, range.head + by));
    onRange({ anchor: event.shiftKey ? range.anchor : head, head });
    look(head, head);
  };

  const onClick = (event: MouseEvent): void => {
    const line = placeAt(event.target);
    if (line === undefined) return;
    if (event.shiftKey) {
      onRange({ anchor: range.anchor, head: line });
      return;
    }
    onRange({ anchor: line, head: line });
    // Whoever drags over a line wants its words.
    if (document.getSelection()?.isCollapsed !== false) onGo(line);
  };

  return (
    <div
      ref={box}
      className={styles.list}
      role="listbox"
      aria-label="Trace"
      aria-multiselectable="true"
      aria-activedescendant={range.head >= shown.start && range.head < shown.end ? `${id}-${range.head}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onWheel={onWander}
      onTouchMove={onWander}
      onPointerDown={(event) => {
        // The box itself is only hit on its scrollbar.
        if (event.target === event.currentTarget) onWander();
      }}
      onCopy={(event) => {
        if (document.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', textBetween(trace, chosen.from, chosen.to));
      }}
    >
      <div
        className={styles.lines}
        style={{ height: trace.length * row }}
        onMouseDown={(event) => {
          // With Shift lines are chosen, and the browser would choose words.
          if (event.shiftKey && placeAt(event.target) !== undefined) event.preventDefault();
        }}
        onClick={onClick}
      >
        {Array.from({ length: shown.end - shown.start }, (_, index) => {
          const place = shown.start + index;
          const line = trace.line(place);
          return (
            <TraceRow
              key={place}
              id={`${id}-${place}`}
              text={indented(line)}
              section={line.section}
              isHeading={line.heading}
              place={place}
              count={trace.length}
              row={row}
              isCurrent={place >= current.from && place < current.to}
              isSelected={place >= chosen.from && place <= chosen.to}
              isActive={place === range.head}
              wanted={wanted}
            />
          );
        })}
      </div>
    </div>
  );
}
