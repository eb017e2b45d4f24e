import { useEffect, useState } from 'react';

/** How far something that is fetched on demand has come; itself once it is there. */
type Opened<Thing> = Thing | 'loading' | 'failed';

/**
 * Fetches something when it is first wanted, and keeps it. After a failure it is fetched again on demand: the second
 * result asks for that.
 */
export function useOpening<Thing extends object>(open: () => Promise<Thing>, wanted: boolean): readonly [Opened<Thing>, () => void] {
  const [state, setState] = useState<Opened<Thing>>('loading');
  const [attempt, setAttempt] = useState(0);
  const missing = wanted && state === 'loading';
  useEffect(() => {
    if (!missing) return undefined;
    let superseded = false;
    open().then(
      (thing) => {
        if (!superseded) setState(thing);
      },
      () => {
        if (!superseded) setState('failed');
      },
    );
    return () => {
      superseded = true;
    };
  }, [open, missing, attempt]);
  return [
    state,
    () => {
      setState('loading');
      setAttempt(attempt + 1);
    },
  ];
}
