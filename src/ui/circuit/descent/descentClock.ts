import { useEffect } from 'react';
import { useCircuit } from '../circuitContext';

/** After a longer gap (the tab was in the background) the descent goes on from here, rather than leap. */
const LONGEST_TICK_MS = 100;

/** Lets a running descent take its steps, with the screen. */
export function useDescentClock(): void {
  const { state, tickDescent } = useCircuit();
  useEffect(() => {
    let running = state.getState().descent.running;
    let request = 0;
    let last = 0;
    const run = (now: number): void => {
      // The first frame may have begun before the descent did.
      tickDescent(Math.min(Math.max(0, now - last), LONGEST_TICK_MS));
      last = now;
      // The tick may have ended the descent.
      if (running) request = requestAnimationFrame(run);
    };
    const follow = (): void => {
      cancelAnimationFrame(request);
      if (!running) return;
      last = performance.now();
      request = requestAnimationFrame(run);
    };
    follow();
    const unsubscribe = state.subscribe(({ descent }) => {
      if (descent.running === running) return;
      ({ running } = descent);
      follow();
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(request);
    };
  }, [state, tickDescent]);
}
