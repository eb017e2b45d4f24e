import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { sameSelection, type Selection } from '../../../scene/selection';
import { usePlayback, useWalk } from '../../context';

/** Attribute of what can take the focus when the reader arrives. */
const LANDING = '[data-landing], h2[tabindex]';

/**
 * Goes from something inside a region to what it speaks of. The button that was pressed goes away with the old
 * selection, so that the keyboard's focus is taken along to the first heading of the new one.
 */
export function useGo(region: RefObject<HTMLElement | null>): (next: Selection | null) => void {
  const { playback, select } = useWalk();
  const selection = usePlayback((state) => state.selection);
  /** Where the reader went from inside the region; undefined if nowhere. */
  const destination = useRef<Selection | null>(undefined);
  useEffect(() => {
    if (destination.current !== undefined && sameSelection(destination.current, selection)) {
      region.current?.querySelector<HTMLElement>(LANDING)?.focus();
    }
    destination.current = undefined;
  }, [region, selection]);
  return useCallback(
    (next) => {
      if (sameSelection(next, playback.getState().selection)) return;
      destination.current = next;
      select(next);
    },
    [playback, select],
  );
}
