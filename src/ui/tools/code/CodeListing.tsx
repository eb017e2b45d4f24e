import { useCallback, useEffect, useEffectEvent, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Phase } from '../../../engine';
import type { Code } from '../../../interchange/code/code';
import { useVisibleRows } from '../../inspector/useVisibleRows';
import { useNarrow } from '../../narrow';
import styles from './code.module.css';
import { ListedLine } from './ListedLine';
import { lineNumbers } from './places';

/** Pixels of a line; on a phone, where it has to be hit with a finger. */
const ROW = 24;
const NARROW_ROW = 36;

/** Lines that stay in view before and behind the present one. */
const MARGIN = 2;

interface CodeListingProps {
  readonly code: Code;
  /** The lines of the present step, from top to bottom. */
  readonly present: readonly number[];
  readonly phase: Phase | undefined;
  /** Goes to the step of a line. The same as long as the code is. */
  readonly onGo: (line: number) => void;
}

/** The lines of a file, of which only those in view are in the document. One stop for the keyboard. */
export function CodeListing({ code, present, phase, onGo }: CodeListingProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [head, setHead] = useState(0);
  const row = useNarrow() ? NARROW_ROW : ROW;
  const { lines } = code;
  const numbers = useMemo(() => lineNumbers(code), [code]);
  const widest = useMemo(() => lines.reduce((most, { text }) => Math.max(most, text.length), 0), [lines]);
  const { shown, page, onScroll } = useVisibleRows(box, row, lines.length);
  const active = Math.min(head, lines.length - 1);
  const first = present[0];

  const follow = useEffectEvent((line: number) => {
    if (box.current !== null) reveal(box.current, (line - MARGIN) * row, (line + 1 + MARGIN) * row);
  });
  // Not in every render: whoever scrolls away while nothing happens is not called back.
  useEffect(() => {
    if (first !== undefined) follow(first);
  }, [first, code.style]);

  const press = useCallback(
    (line: number) => {
      setHead(line);
      // Whoever drags over lines wants their words.
      if (document.getSelection()?.isCollapsed !== false) onGo(line);
    },
    [onGo],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onGo(active);
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const line = Math.min(lines.length - 1, Math.max(0, active + by));
    setHead(line);
    if (box.current !== null) reveal(box.current, line * row, (line + 1) * row);
  };

  return (
    <div
      ref={box}
      className={styles.listing}
      role="listbox"
      aria-label={`${code.style} code`}
      aria-activedescendant={active >= shown.start && active < shown.end ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // By keyboard: one begins at the step that is shown.
        if (first !== undefined && event.currentTarget.matches(':focus-visible')) setHead(first);
      }}
      onScroll={onScroll}
    >
      <div className={styles.lines} style={{ height: lines.length * row, minWidth: `calc(${widest}ch + 84px)` }}>
        {lines.slice(shown.start, shown.end).map(({ text, at }, index) => {
          const line = shown.start + index;
          const isPresent = present.includes(line);
          return (
            <ListedLine
              key={line}
              id={`${id}-${line}`}
              text={text}
              number={numbers[line] ?? 0}
              place={line}
              count={lines.length}
              row={row}
              isPresent={isPresent}
              isActive={line === active}
              happens={at !== undefined}
              phase={isPresent ? phase : undefined}
              onPress={press}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Scrolls as little as shows everything from `top` to `bottom`. */
function reveal(host: HTMLElement, top: number, bottom: number): void {
  if (top < host.scrollTop) host.scrollTop = top;
  else if (bottom > host.scrollTop + host.clientHeight) host.scrollTop = bottom - host.clientHeight;
}
