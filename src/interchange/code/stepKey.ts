import type { Step } from '../../engine/recording';

/**
 * What happens in a step, and where: the same in every recording of a graph. A value that is carried to an operation belongs
 * to its computation, which reads it.
 */
export function stepKey(step: Step): string {
  switch (step.kind) {
    case 'carry':
      return `compute ${step.edge.to}`;
    case 'release':
    case 'flow':
      return `${step.kind} ${step.edge.id}`;
    default:
      return `${step.kind} ${step.node}`;
  }
}
