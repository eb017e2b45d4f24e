import { useSyncExternalStore } from 'react';

/** One column, the graph first: the same width as in the page’s styles. */
const NARROW = '(max-width: 760px)';

/** Whether the page is one column, as on a phone; the component follows it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(NARROW).matches);
}

function watch(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => {
    query.removeEventListener('change', changed);
  };
}
