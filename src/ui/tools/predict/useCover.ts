import { useEffect } from 'react';
import { useWalk } from '../../context';

/** Covers what tells of later moments, as long as something is asked; whoever has covered it before uncovers it. */
export function useCover(asking: boolean): void {
  const { ask, playback } = useWalk();
  useEffect(() => {
    if (!asking || playback.getState().asking) return undefined;
    ask(true);
    return () => ask(false);
  }, [ask, asking, playback]);
}
