import { useEffect, useEffectEvent, useState, type RefObject, type UIEvent } from 'react';
import { visibleRange, type Range } from './visibleRange';

interface VisibleRows {
  /** Which rows have to be in the document. */
  readonly shown: Range;
  /** How many rows a page of the keyboard goes on. */
  readonly page: number;
  /** To be told of every scroll. */
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** Rows come and go in blocks of so many: a frame in which none does costs nothing. */
const BLOCK = 8;

/** Which of `count` rows of equal height, `row` pixels each, a scrolled box shows; kept up to date. */
export function useVisibleRows(box: RefObject<HTMLElement | null>, row: number, count: number): VisibleRows {
  const [{ top, bottom, extent }, setView] = useState(() => viewOf(0, 400, row));
  const look = (host: HTMLElement): void => {
    const next = viewOf(host.scrollTop, host.clientHeight, row);
    setView((view) => (view.top === next.top && view.bottom === next.bottom && view.extent === next.extent ? view : next));
  };
  const lookAgain = useEffectEvent(look);
  useEffect(() => {
    const host = box.current;
    if (host === null) return undefined;
    const observer = new ResizeObserver(() => lookAgain(host));
    observer.observe(host);
    return () => observer.disconnect();
  }, [box]);
  return {
    shown: visibleRange(top, bottom - top, row, count),
    page: Math.max(1, Math.floor(extent / row) - 1),
    onScroll: ({ currentTarget }) => look(currentTarget),
  };
}

/** What is seen of the rows, in pixels, widened to whole blocks. */
function viewOf(scroll: number, extent: number, row: number): { readonly top: number; readonly bottom: number; readonly extent: number } {
  const block = BLOCK * row;
  return { top: Math.floor(scroll / block) * block, bottom: Math.ceil((scroll + extent) / block) * block, extent };
}
