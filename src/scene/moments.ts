import type { Step } from '../engine/recording';
import type { Moment } from '../lessons/moment';
import type { Timeline } from './timeline';

/** The time at which a moment has just been reached; undefined if nothing of the kind happens in this iteration. */
export function timeOf({ steps, phases }: Timeline, moment: Moment): number | undefined {
  if (moment === 'start') return 0;
  if (moment === 'end') return steps.length;
  if ('endOf' in moment) return phases.find(({ phase }) => phase === moment.endOf)?.end;
  if ('gradientOf' in moment) return after(steps.findLastIndex((step) => bringsGradient(step, moment.gradientOf)));
  if ('node' in moment) return after(steps.findIndex((step) => step.kind === moment.has && 'node' in step && step.node === moment.node));
  return after(steps.findIndex((step) => step.kind === moment.has && 'edge' in step && step.edge.id === moment.edge));
}

function after(index: number): number | undefined {
  return index === -1 ? undefined : index + 1;
}

function bringsGradient(step: Step, node: string): boolean {
  return (step.kind === 'flow' && step.edge.from === node) || (step.kind === 'seed' && step.node === node);
}
