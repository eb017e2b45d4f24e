import type { Step } from '../../../engine';
import { linesOf, type Code } from '../../../interchange/code/code';
import { stepKey } from '../../../interchange/code/stepKey';

/** The lines in which some steps happen, each once, from top to bottom. */
export function linesAt(code: Code, steps: readonly Step[]): readonly number[] {
  return [...new Set(steps.flatMap((step) => linesOf(code, step)))].sort((a, b) => a - b);
}

/**
 * The time at which a line's step has just happened; of a line with several steps, the next one after time t or, behind the
 * last, the first again. Undefined for a line in which nothing happens by itself.
 */
export function timeOfLine({ lines }: Code, steps: readonly Step[], line: number, t: number): number | undefined {
  const keys = new Set(lines[line]?.at);
  if (keys.size === 0) return undefined;
  // A value on its way belongs to the line as well, but what the line is about is what comes of it.
  const times = steps.flatMap((step, index) => (step.kind !== 'carry' && keys.has(stepKey(step)) ? [index + 1] : []));
  return times.find((time) => time > t) ?? times[0];
}

/** The number of each line in the file, from 1: a folded line stands for several. */
export function lineNumbers({ lines }: Code): number[] {
  let next = 1;
  return lines.map(({ folded }) => {
    const number = next;
    next += folded?.count ?? 1;
    return number;
  });
}
