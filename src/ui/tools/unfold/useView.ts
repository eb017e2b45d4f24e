import { useEffect, useState, type RefObject } from 'react';

/** What a scrolled element shows, in pixels. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What a scrolled element shows, kept up to date. */
export function useView(scroller: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState({ top: 0, left: 0, width: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element;
      setView({ top, left, width, height });
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
