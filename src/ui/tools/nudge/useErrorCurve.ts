import { useEffect, useState } from 'react';
import { errorCurve, type ErrorCurve } from '../../../study/nudge/errorCurve';
import type { Nudger } from '../../../study/nudge/nudger';

/** Milliseconds without a change before the curve is worked out: it takes as many forward passes as it has points, twice. */
const REST = 200;

interface Known {
  readonly about: string;
  readonly curve: ErrorCurve;
}

/**
 * The errors over all ε for a cell, soon after nothing has changed any more; until then the last ones of the same cell,
 * or undefined if there are none.
 */
export function useErrorCurve(nudger: Nudger, node: string, cell: number, sign: number): ErrorCurve | undefined {
  const about = `${sign} ${cell} ${node}`;
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    const timer = setTimeout(() => {
      setKnown({ about, curve: errorCurve(nudger, node, cell, sign) });
    }, REST);
    return () => clearTimeout(timer);
  }, [about, nudger, node, cell, sign]);
  return known?.about === about ? known.curve : undefined;
}
