import { useEffect, useState, type RefObject, type UIEvent } from 'react';
import { visibleRange, type Range } from './visibleRange';

interface VisibleRows {
  /** Which rows have to be in the document. */
  readonly shown: Range;
  /** How many rows a page of the keyboard goes on. */
  readonly page: number;
  /** To be told of every scroll. */
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** Which of `count` rows of equal height, `row` pixels each, a scrolled box shows; kept up to date. */
export function useVisibleRows(box: RefObject<HTMLElement | null>, row: number, count: number): VisibleRows {
  const [view, setView] = useState({ scroll: 0, extent: 400 });
  useEffect(() => {
    const host = box.current;
    if (host === null) return undefined;
    const observer = new ResizeObserver(() => setView({ scroll: host.scrollTop, extent: host.clientHeight }));
    observer.observe(host);
    return () => observer.disconnect();
  }, [box]);
  return {
    shown: visibleRange(view.scroll, view.extent, row, count),
    page: Math.max(1, Math.floor(view.extent / row) - 1),
    onScroll: ({ currentTarget: { scrollTop: scroll, clientHeight: extent } }) => setView({ scroll, extent }),
  };
}
