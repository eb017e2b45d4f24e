import { useEffect, useState } from 'react';

/** So many moments at most, however long the way is. */
const MOST_MOMENTS = 24;
/** Milliseconds of a moment on a short way, and on a long one. */
const SLOW = 600;
const QUICK = 220;
const LONG = 8;

/** How far a change has been watched on its way. */
export interface Travel {
  /** The last stage that has been reached, from 0; the very last unless it is on its way. */
  readonly reached: number;
  readonly travelling: boolean;
  /** Sets out from the first stage; for readers who want no motion it arrives at once. */
  readonly start: () => void;
}

/** Lets a change travel through so many stages, one after the other. `about` is what travels: another one has arrived from the start. */
export function useTravel(stages: number, about: string): Travel {
  const [way, setWay] = useState<{ readonly about: string; readonly at: number }>();
  const last = Math.max(0, stages - 1);
  const travelling = way?.about === about && way.at < last;
  useEffect(() => {
    if (!travelling) return undefined;
    const timer = setInterval(
      () => {
        setWay((before) => before && { ...before, at: before.at + Math.ceil(stages / MOST_MOMENTS) });
      },
      stages > LONG ? QUICK : SLOW,
    );
    return () => clearInterval(timer);
  }, [travelling, stages]);
  return {
    reached: travelling ? way.at : last,
    travelling,
    start: () => {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      setWay({ about, at: calm ? last : 0 });
    },
  };
}
