import { useEffect } from 'react';
import { useWalk } from '../context';

/** Covers what tells of later moments, as long as something is asked. */
export function useCover(asking: boolean): void {
  const { cover } = useWalk();
  useEffect(() => (asking ? cover() : undefined), [cover, asking]);
}
