import { useEffect, type RefObject } from 'react';

/**
 * Marks a scrolling element with the sides on which it goes on (`data-cut`: any of left, right, below), so that the style sheet can let it
 * fade out there. It follows scrolling, the element's size, and what is in it, as long as `content` changes with that.
 */
export function useScrollCue(element: RefObject<HTMLElement | null>, content: unknown): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const mark = (): void => {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = current;
      // Less than a pixel is rounding.
      const cut = [
        scrollLeft > 1 ? 'left' : [],
        scrollLeft + clientWidth < scrollWidth - 1 ? 'right' : [],
        scrollTop + clientHeight < scrollHeight - 1 ? 'below' : [],
      ].flat();
      current.setAttribute('data-cut', cut.join(' '));
    };
    mark();
    const observer = new ResizeObserver(mark);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    current.addEventListener('scroll', mark, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', mark);
    };
  }, [element, content]);
}
