import type { Step } from '../../../engine';
import type { Code, CodeStyle } from '../../../interchange/code/code';

const ABOUT: Readonly<Record<CodeStyle, string>> = {
  Python: 'A class for each op; the sort and both passes walk over the nodes.',
  NumPy: 'Every value and every contribution to a gradient on a line of its own.',
  PyTorch: 'The forward pass; autograd finds the way back by itself.',
};

/**
 * What a style of code is or, if a step is shown: for which node a line runs that several nodes share, or why there is none.
 *
 * @param present the lines of the step, from top to bottom
 */
export function aboutCode({ style, lines }: Code, step: Step | undefined, present: readonly number[]): string {
  if (step === undefined) return ABOUT[style];
  if (present.length === 0) return `The sort has no line in ${style}: the lines already stand in its order.`;
  const built = lines[present.at(-1) ?? -1]?.text ?? '';
  const isShared = style === 'Python' && (step.phase === 'forward' || step.phase === 'backward');
  return isShared ? `At this moment it runs for ${built}` : ABOUT[style];
}

/** What a file is called. */
export function codeFileName(style: CodeStyle): string {
  return `miniflow-${style.toLowerCase()}.py`;
}
