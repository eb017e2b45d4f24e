import { useEffect, useState } from 'react';
import type { Recording } from '../../../engine';
import { gradientWaysOf, type GradientRow } from '../../../scene/circuit/gradients';
import type { Expression } from '../../../expression/expression';

/** Milliseconds that rows may take at a time: a slider that is dragged has to stay smooth. */
const SLICE_MS = 5;

interface Found {
  readonly expression: Expression;
  readonly recording: Recording;
  readonly rows: readonly GradientRow[];
}

/** Rows as far as they are known. */
export interface KnownRows {
  /** The rows that were complete last; empty if they belong to another graph. */
  readonly rows: readonly GradientRow[];
  /** Whether they belong to numbers of before. */
  readonly stale: boolean;
}

/** The gradients of the first so many inputs, worked out in the background: while numbers change quickly, the last ones stay. */
export function useGradientRows(expression: Expression, recording: Recording, count: number): KnownRows {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const ways = gradientWaysOf(expression);
    const names = expression.inputs.slice(0, count);
    const rows: GradientRow[] = [];
    const goOn = (): void => {
      const until = performance.now() + SLICE_MS;
      for (let name = names[rows.length]; name !== undefined; name = names[rows.length]) {
        if (performance.now() > until) {
          timer = setTimeout(goOn);
          return;
        }
        rows.push(ways.row(recording, name));
      }
      setFound({ expression, recording, rows });
    };
    let timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [expression, recording, count]);
  if (found?.expression.graph !== expression.graph) return { rows: [], stale: true };
  return { rows: found.rows, stale: found.recording !== recording };
}
