import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { sameSelection, type Selection } from '../../scene/selection';

/** What can take the focus when the reader arrives: a place that says so, or the heading with the name of the selection. */
const LANDING = '[data-landing], h2[tabindex]';

/**
 * Goes from something inside a region to what it speaks of. The button that was pressed goes away with the old
 * selection, so that the keyboard's focus is taken along to where the new one begins.
 *
 * @param selection what is selected now
 * @param select selects something else
 */
export function useGo(
  region: RefObject<HTMLElement | null>,
  selection: Selection | null,
  select: (next: Selection | null) => void,
): (next: Selection | null) => void {
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
      if (sameSelection(next, selection)) return;
      destination.current = next;
      select(next);
    },
    [selection, select],
  );
}
