import type { Goal } from '../../lessons/lesson';
import type { GoalFacts } from './goalFacts';
import type { Tally } from './tally';

/**
 * Whether a goal has been reached by what was done since it was first shown. A value counts whoever has brought it
 * about; all else has to have happened since.
 */
export function isReached(goal: Goal, tally: Tally, { training, descent, value }: GoalFacts): boolean {
  switch (goal.reach) {
    case 'sgd steps':
      return tally.steps >= goal.least;
    case 'epoch loss':
      return tally.best !== undefined && tally.best.loss < goal.below;
    case 'descent':
      return descent?.end === 'at rest' && tally.endedBefore !== descent.which && isWithin(descent.place(goal.input), goal);
    case 'divergence':
      if (descent !== undefined) return descent.end === 'run away' && tally.endedBefore !== descent.which;
      return training?.divergedAt !== undefined && !training.returning && tally.divergedBefore !== training.run;
    case 'value':
      return isWithin(value(goal.node), goal);
  }
}

function isWithin(x: number | undefined, { at, within }: { readonly at: number; readonly within: number }): boolean {
  return x !== undefined && Math.abs(x - at) <= within;
}
