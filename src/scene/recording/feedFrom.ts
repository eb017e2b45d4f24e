import type { Program, Recording } from '../../engine';

/** Feeds a program of a recorded graph with what the recorded iteration was fed with. */
export function feedFrom(program: Program, { steps }: Recording): void {
  for (const step of steps) if (step.kind === 'feed') program.feed(step.node, step.value);
}
