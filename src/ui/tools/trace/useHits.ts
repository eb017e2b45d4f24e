import { useEffect, useState } from 'react';
import { searchingTrace } from '../../../study/trace/searchTrace';
import type { Trace } from '../../../study/trace/trace';
import { inSlices } from '../inSlices';

/** Which lines hold what is searched for. */
export interface Hits {
  readonly lines: readonly number[];
  /** Whether they are those of what was searched for before, since the search goes on. */
  readonly searching: boolean;
}

interface Found {
  readonly trace: Trace;
  readonly wanted: string;
  readonly lines: readonly number[];
}

const NONE: readonly number[] = [];

/** Searches a trace in slices, so that one can go on typing; another text or another trace begins anew. */
export function useHits(trace: Trace, wanted: string): Hits {
  const [found, setFound] = useState<Found>({ trace, wanted: '', lines: NONE });
  const isEmpty = wanted.trim() === '';
  const isFound = found.trace === trace && found.wanted === wanted;
  useEffect(() => {
    if (isEmpty || isFound) return undefined;
    const job = new AbortController();
    void inSlices(searchingTrace(trace, wanted), job.signal).then((lines) => {
      if (lines !== undefined && !job.signal.aborted) setFound({ trace, wanted, lines });
    });
    return () => job.abort();
  }, [trace, wanted, isEmpty, isFound]);
  if (isEmpty) return { lines: NONE, searching: false };
  return { lines: found.trace === trace ? found.lines : NONE, searching: !isFound };
}
