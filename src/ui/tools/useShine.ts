import { useEffect, useMemo, useRef } from 'react';
import type { Spotlight } from '../../scene/spotlight';
import { useWalk } from '../context';
import { spotlightFrom, spotlightKey } from './spotlightKey';

/**
 * Points at a part of the graph as long as the component is there; null points at nothing. A spotlight that says the
 * same as the one before changes nothing, though it is another object.
 */
export function useShine(spotlight: Spotlight | null): void {
  const { shine } = useWalk();
  const key = useMemo(() => spotlightKey(spotlight), [spotlight]);
  // The same object while a training brings one recording after the other.
  const lit = useMemo(() => spotlightFrom(key), [key]);
  const shines = useRef(false);
  useEffect(() => {
    // What never had anything to point at leaves the light of others alone.
    if (lit === null && !shines.current) return;
    shines.current = lit !== null;
    shine(lit);
  }, [shine, lit]);
  useEffect(
    () => () => {
      if (shines.current) shine(null);
    },
    [shine],
  );
}
