import { useEffect, useRef } from 'react';

/** What lives inside a host and shows data. */
interface Drawn<Data> {
  update(data: Data): void;
  destroy(): void;
}

interface DrawingProps<Data> {
  /** Draws into the host; the same function at every rendering. */
  readonly draw: (host: HTMLElement) => Drawn<Data>;
  readonly data: Data;
  readonly className?: string | undefined;
}

/** The seam between React and a drawing that follows React's data. */
export function Drawing<Data>({ draw, data, className }: DrawingProps<Data>) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn<Data>>(undefined);
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = draw(host.current);
    drawn.current = made;
    return () => {
      made.destroy();
      drawn.current = undefined;
    };
  }, [draw]);
  useEffect(() => {
    drawn.current?.update(data);
  }, [draw, data]);
  return <div ref={host} className={className} />;
}
