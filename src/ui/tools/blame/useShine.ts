import { useEffect, useMemo } from 'react';
import type { Spotlight } from '../../../scene/spotlight';
import { useWalk } from '../../context';
import { spotlightFrom, spotlightKey } from './lit';

/** Points at a part of the graph as long as the tool is open. A spotlight that says the same as before changes nothing. */
export function useShine(spotlight: Spotlight | null): void {
  const { shine } = useWalk();
  const key = spotlightKey(spotlight);
  // The same object while a training brings one recording after the other.
  const lit = useMemo(() => spotlightFrom(key), [key]);
  useEffect(() => {
    shine(lit);
    return () => shine(null);
  }, [shine, lit]);
}
