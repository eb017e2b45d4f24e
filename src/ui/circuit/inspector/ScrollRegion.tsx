import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './circuitInspector.module.css';

interface ScrollRegionProps {
  /** What it holds, for ears. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Holds what may be wider than the column. Only while it is, it can be scrolled, by keyboard as well. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const [frame, content] = [outer.current, inner.current];
    if (frame === null || content === null) return;
    // Called only when a size has changed, and when layout is done anyway.
    const observer = new ResizeObserver(() => {
      setOverflows(content.offsetWidth > frame.clientWidth + 1);
    });
    observer.observe(frame);
    observer.observe(content);
    return () => observer.disconnect();
  }, []);
  const focusable = overflows ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <div ref={outer} className={styles.scroll} {...focusable}>
      <div ref={inner} className={styles.content}>
        {children}
      </div>
    </div>
  );
}
