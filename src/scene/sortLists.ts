import type { Step } from '../engine/recording';

/** Kahn's two lists. */
export interface SortLists {
  /** The nodes that wait for nothing more, first come, first served. */
  readonly ready: readonly string[];
  /** The order so far. */
  readonly order: readonly string[];
}

/** Kahn's two lists once steps 0 … completed − 1 are complete. */
export function sortListsAt(steps: readonly Step[], completed: number): SortLists {
  const ready: string[] = [];
  const order: string[] = [];
  for (let index = 0; index < Math.min(completed, steps.length); index++) {
    const step = steps[index];
    if (step?.kind === 'ready') ready.push(step.node);
    // The queue's first is the one that is emitted: recorded so by `kahn`.
    else if (step?.kind === 'emit') order.push(step.node);
  }
  return { ready: ready.slice(order.length), order };
}
