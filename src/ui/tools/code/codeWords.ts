import type { Step } from '../../../engine';
import type { CodeStyle } from '../../../interchange/code/code';

const ABOUT: Readonly<Record<CodeStyle, string>> = {
  Python: 'A class for each op, as in the lesson; the sort and both passes walk over the nodes.',
  NumPy: 'Every value and every contribution to a gradient on a line of its own.',
  PyTorch: 'The forward pass; autograd finds the way back by itself.',
};

/** What a style of code is, or where the present step is in it, if it has no line. */
export function aboutCode(style: CodeStyle, step: Step | undefined, lines: number): string {
  if (lines > 0 || step === undefined) return ABOUT[style];
  if (step.phase === 'sort') return 'No line belongs to the sort here: the lines already stand in its order.';
  return `No line of its own belongs to this step in ${style}.`;
}

/** What a file is called. */
export function codeFileName(style: CodeStyle): string {
  return `miniflow-${style.toLowerCase()}.py`;
}
