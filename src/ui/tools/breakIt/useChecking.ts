import { useCallback, useEffect, useRef, useState } from 'react';
import type { BrokenPass } from '../../../study/broken/brokenPass';
import { checkingBroken, type BrokenCheck } from '../../../study/broken/checkBroken';
import { inSlices } from '../inSlices';

/** Gradient checks of a broken pass: what has been found, and what is under way. */
export interface Checking {
  readonly checks: ReadonlyMap<string, BrokenCheck>;
  /** How many nodes were asked for last, and how many of them are done; undefined while nothing is under way. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** Checks some nodes, one after the other, in place of what is under way. Those that have been checked stay as they are. */
  readonly check: (nodes: readonly string[]) => void;
  readonly stop: () => void;
}

interface State extends Pick<Checking, 'checks' | 'progress'> {
  readonly pass: BrokenPass | undefined;
}

/** What has been found is shown so often, in milliseconds: a long table takes time itself. */
const TELLING = 120;

const NOTHING: ReadonlyMap<string, BrokenCheck> = new Map();

/** Runs gradient checks in slices, so that the page stays alive. With another pass all begins anew. `check` and `stop` stay the same for a pass. */
export function useChecking(pass: BrokenPass | undefined): Checking {
  const [state, setState] = useState<State>({ pass, checks: NOTHING, progress: undefined });
  const job = useRef<AbortController | null>(null);
  // All that is known of the pass; the page is told of it now and then.
  const found = useRef<{ readonly pass: BrokenPass | undefined; readonly checks: Map<string, BrokenCheck> }>({ pass, checks: new Map() });
  useEffect(() => () => job.current?.abort(), [pass]);
  const { checks, progress } = state.pass === pass ? state : { checks: NOTHING, progress: undefined };

  const stop = useCallback(() => {
    job.current?.abort();
    if (found.current.pass !== pass) found.current = { pass, checks: new Map() };
    setState({ pass, checks: new Map(found.current.checks), progress: undefined });
  }, [pass]);

  const check = useCallback(
    (nodes: readonly string[]) => {
      stop();
      if (pass === undefined) return;
      const { checks: known } = found.current;
      const left = nodes.filter((node) => !known.has(node));
      const { signal } = (job.current = new AbortController());
      let told = -Infinity;
      const tell = (done: number): void => {
        const now = performance.now();
        if (done < left.length && now - told < TELLING) return;
        told = now;
        setState({ pass, checks: new Map(known), progress: done < left.length ? { done, of: left.length } : undefined });
      };
      void inSlices(checkingAll(pass, left, known), signal, tell).then(() => {
        if (!signal.aborted) tell(left.length);
      });
    },
    [pass, stop],
  );

  return { checks, progress, check, stop };
}

/** Checks nodes into `found`; wherever it may pause, it says how many are done. */
function* checkingAll(pass: BrokenPass, nodes: readonly string[], found: Map<string, BrokenCheck>): Generator<number, undefined> {
  for (const [done, node] of nodes.entries()) {
    const checking = checkingBroken(pass, node);
    for (let next = checking.next(); ; next = checking.next()) {
      if (next.done === true) {
        found.set(node, next.value);
        break;
      }
      yield done;
    }
  }
  return undefined;
}
