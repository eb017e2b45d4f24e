import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './scrollRegion.module.css';

interface ScrollRegionProps {
  /** What it holds, for ears. */
  readonly label: string;
  /** The smallest share of its size to which what it holds shrinks before it is scrolled; 1 for never. */
  readonly least?: number;
  readonly children: ReactNode;
}

/** Pixels that type which has been shrunk may be off by. */
const SLACK = 4;

/** Where what it holds goes on out of sight. */
type More = 'none' | 'before' | 'after' | 'both';

/**
 * Holds what may be wider than the column. Only while it is, it can be scrolled, by keyboard as well; it fades where it
 * goes on.
 */
export function ScrollRegion({ label, least = 1, children }: ScrollRegionProps) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<More>('none');
  useLayoutEffect(() => {
    const [frame, content] = [outer.current, inner.current];
    if (frame === null || content === null) return;
    const look = (): void => {
      setMore(moreOf(frame));
    };
    let request = 0;
    const fit = (): void => {
      if (least < 1) {
        content.style.fontSize = '';
        content.style.fontSize = `${Math.max(least, Math.min(1, (frame.clientWidth - SLACK) / content.offsetWidth))}em`;
      }
      look();
    };
    fit();
    // Called only when a size has changed. What changes sizes itself belongs into the next frame.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(request);
      if (least < 1) request = requestAnimationFrame(fit);
      else look();
    });
    observer.observe(frame);
    observer.observe(content);
    frame.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(request);
      observer.disconnect();
      frame.removeEventListener('scroll', look);
    };
  }, [least]);
  const focusable = more === 'none' ? {} : { tabIndex: 0, role: 'region', 'aria-label': label };
  return (
    <div className={styles.frame} data-more={more}>
      <div ref={outer} className={styles.scroll} {...focusable}>
        <div ref={inner} className={styles.content}>
          {children}
        </div>
      </div>
    </div>
  );
}

function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): More {
  const [before, after] = [scrollLeft > 1, scrollWidth - clientWidth - scrollLeft > 1];
  if (before) return after ? 'both' : 'before';
  return after ? 'after' : 'none';
}
