import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

/** What a scrolled element shows, in pixels. */
export interface ScrollView {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Its borders and scroll bars together. */
  readonly edges: { readonly across: number; readonly down: number };
}

const NOTHING: ScrollView = { top: 0, left: 0, width: 0, height: 0, edges: { across: 2, down: 2 } };

/**
 * What a scrolled element shows, kept up to date.
 *
 * @param onRoom called once, as soon as the element has any room: inside of a closed dialog there is none to scroll in
 */
export function useScrollView(scroller: RefObject<HTMLElement | null>, onRoom: (element: HTMLElement) => void = nothing): ScrollView {
  const [view, setView] = useState(NOTHING);
  const welcome = useEffectEvent(onRoom);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let hasRoom = false;
    const look = (): void => {
      if (!hasRoom && element.clientHeight > 0) {
        hasRoom = true;
        welcome(element);
      }
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

function nothing(): void {
  // There is nothing to bring into view.
}
