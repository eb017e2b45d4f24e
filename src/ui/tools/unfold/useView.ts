import { useEffect, useState, type RefObject } from 'react';

/** What a scrolled element shows, in pixels. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Its borders and scroll bars together. */
  readonly edges: { readonly across: number; readonly down: number };
}

const NOTHING: View = { top: 0, left: 0, width: 0, height: 0, edges: { across: 2, down: 2 } };

/** The width of an element's content box in pixels, kept up to date; 0 before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** What a scrolled element shows, kept up to date. */
export function useView(scroller: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState(NOTHING);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height, offsetWidth, offsetHeight } = element;
      setView({ top, left, width, height, edges: { across: offsetWidth - width, down: offsetHeight - height } });
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return view;
}

/** Where to scroll so that a stretch lies within what is shown behind a header; where it is already, if it does. */
export function scrolledTo(start: number, size: number, scroll: number, extent: number, header: number): number {
  const room = extent - header;
  if (start < scroll) return start;
  return start + size > scroll + room ? Math.max(0, start + size - room) : scroll;
}
