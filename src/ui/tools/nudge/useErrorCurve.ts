import { useEffect, useState } from 'react';
import { errorCurveSteps, type ErrorCurve } from '../../../study/nudge/errorCurve';
import type { Nudger } from '../../../study/nudge/nudger';

/** Milliseconds before the work begins, so that what changes at once again costs nothing. */
const REST = 150;
/** Milliseconds of work at a time: the page stays quick meanwhile. */
const SLICE = 8;

interface Task {
  readonly about: string;
  readonly nudger: Nudger;
}

interface Known extends Task {
  readonly curve: ErrorCurve;
}

/**
 * The errors over all ε for a cell, soon after it has been chosen; undefined until then. While training goes on, the curve
 * that has been begun is finished before the one of a newer iteration is begun, and stays until that is there.
 */
export function useErrorCurve(nudger: Nudger, node: string, cell: number, sign: number): ErrorCurve | undefined {
  const about = `${sign} ${cell} ${node}`;
  const [task, setTask] = useState<Task>({ about, nudger });
  const [known, setKnown] = useState<Known>();
  const finished = known?.about === task.about && known.nudger === task.nudger;
  if (task.about !== about || (finished && task.nudger !== nudger)) setTask({ about, nudger });
  useEffect(() => {
    const work = errorCurveSteps(task.nudger, node, cell, sign);
    let timer = setTimeout(slice, REST);
    function slice(): void {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        const step = work.next();
        if (step.done !== true) continue;
        setKnown({ ...task, curve: step.value });
        return;
      }
      timer = setTimeout(slice);
    }
    return () => clearTimeout(timer);
  }, [task, node, cell, sign]);
  return known?.about === about ? known.curve : undefined;
}
