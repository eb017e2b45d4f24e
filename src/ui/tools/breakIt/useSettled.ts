import { useEffect, useState } from 'react';
import type { Recording } from '../../../engine';

/** Numbers that have not changed for so many milliseconds are at rest. */
const REST = 250;

/**
 * The recording as soon as its numbers rest: while a slider is dragged or training runs, the one before. Another graph is
 * there at once.
 */
export function useSettled(recording: Recording | undefined): Recording | undefined {
  const [settled, setSettled] = useState(recording);
  useEffect(() => {
    if (settled === recording) return undefined;
    const timer = setTimeout(() => setSettled(recording), REST);
    return () => clearTimeout(timer);
  }, [recording, settled]);
  return recording !== undefined && settled !== undefined && sameNodes(recording, settled) ? settled : recording;
}

function sameNodes({ order: a, graph: { output } }: Recording, { order: b, graph }: Recording): boolean {
  return output === graph.output && a.length === b.length && a.every((id, index) => id === b[index]);
}
