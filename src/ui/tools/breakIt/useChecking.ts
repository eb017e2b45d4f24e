import { useEffect, useRef, useState } from 'react';
import type { BrokenPass } from '../../../study/broken/brokenPass';
import { checkingBroken, type BrokenCheck } from '../../../study/broken/checkBroken';

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

/** The page is left alone for so many milliseconds of work, at most: a frame. */
const SLICE = 12;

/** What has been found is shown so often, in milliseconds: a long table takes time itself. */
const TELLING = 120;

const NOTHING: ReadonlyMap<string, BrokenCheck> = new Map();

/** Runs gradient checks in slices, so that the page stays alive. With another pass all begins anew. */
export function useChecking(pass: BrokenPass | undefined): Checking {
  const [state, setState] = useState<State>({ pass, checks: NOTHING, progress: undefined });
  const job = useRef<AbortController | null>(null);
  useEffect(() => () => job.current?.abort(), [pass]);
  const { checks, progress } = state.pass === pass ? state : { checks: NOTHING, progress: undefined };

  const run = async (nodes: readonly string[], { signal }: AbortController): Promise<void> => {
    if (pass === undefined) return;
    let found = checks;
    let since = performance.now();
    let told = -Infinity;
    const tell = (done: number): void => {
      setState({ pass, checks: found, progress: done < nodes.length ? { done, of: nodes.length } : undefined });
    };
    for (const [done, node] of nodes.entries()) {
      const checking = checkingBroken(pass, node);
      for (let next = checking.next(); ; next = checking.next()) {
        if (next.done === true) {
          found = new Map(found).set(node, next.value);
          break;
        }
        if (performance.now() - since < SLICE) continue;
        if (performance.now() - told > TELLING) {
          tell(done);
          told = performance.now();
        }
        await breath();
        if (signal.aborted) return;
        since = performance.now();
      }
    }
    tell(nodes.length);
  };

  return {
    checks,
    progress,
    check: (nodes) => {
      job.current?.abort();
      job.current = new AbortController();
      const left = nodes.filter((node) => !checks.has(node));
      if (left.length > 0) void run(left, job.current);
    },
    stop: () => {
      job.current?.abort();
      setState({ pass, checks, progress: undefined });
    },
  };
}

/** Lets the page do what it has to. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
