import { useEffect } from 'react';
import { isMoving } from '../store/playback';
import { useWalk } from './context';

/** After a longer gap (the tab was in the background) time goes on from here, rather than leap. */
const LONGEST_TICK_MS = 100;

/** The one clock: it ticks with the screen as long as something plays. */
export function useClock(): void {
  const { playback, tick } = useWalk();
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    let request = 0;
    let last = 0;
    let moving = isMoving(playback.getState());
    const run = (now: number): void => {
      tick(Math.min(now - last, LONGEST_TICK_MS), calm.matches);
      last = now;
      // The tick may have ended the movement.
      if (moving) request = requestAnimationFrame(run);
    };
    const follow = (moving: boolean): void => {
      cancelAnimationFrame(request);
      request = 0;
      if (!moving) return;
      last = performance.now();
      request = requestAnimationFrame(run);
    };
    // Says before anything moves whether it may.
    const sayCalm = (): void => {
      tick(0, calm.matches);
    };
    sayCalm();
    calm.addEventListener('change', sayCalm);
    follow(moving);
    const unsubscribe = playback.subscribe((state) => {
      if (isMoving(state) === moving) return;
      moving = !moving;
      follow(moving);
    });
    return () => {
      calm.removeEventListener('change', sayCalm);
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [playback, tick]);
}
