import type { Goal } from '../../lessons/lesson';
import { formatCount, formatName, formatNumber } from '../../scene/format';
import type { DescentFacts, GoalFacts } from './goalFacts';
import { isReached } from './isReached';
import type { Tally } from './tally';

/** How far a reader has come with a goal. */
export interface Standing {
  readonly reached: boolean;
  /** A sentence or two: how far it is, or by what it has been reached. */
  readonly words: string;
}

/** So many digits tell a place from the one beside it. */
const PLACE_DIGITS = 7;

/** How far it is to a goal. */
export function standingOf(goal: Goal, tally: Tally, facts: GoalFacts): Standing {
  const reached = isReached(goal, tally, facts);
  return { reached, words: wordsOf(goal, tally, facts, reached) };
}

function wordsOf(goal: Goal, tally: Tally, facts: GoalFacts, reached: boolean): string {
  switch (goal.reach) {
    case 'sgd steps':
      if (reached) return `${formatCount(tally.steps)} SGD steps taken.`;
      return `${formatCount(tally.steps)} of ${formatCount(goal.least)} SGD steps, counted from when this page was opened.`;
    case 'epoch loss':
      return epochWords(tally, goal.below, reached);
    case 'descent':
      return facts.descent === undefined ? NO_GRAPH : descentWords(facts.descent, tally, goal.input, reached);
    case 'divergence':
      return divergenceWords(tally, facts, reached);
    case 'value': {
      const value = facts.value(goal.node);
      const name = formatName(goal.node);
      if (value === undefined) return NO_GRAPH;
      return reached ? `${name} is ${formatNumber(value, PLACE_DIGITS)}.` : `${name} is ${formatNumber(value, PLACE_DIGITS)} now. Wanted: ${formatNumber(goal.at, PLACE_DIGITS)}.`;
    }
  }
}

const NO_GRAPH = 'The graph is not there yet.';
const ENDED_BEFORE = 'This one had ended before this page was opened. Begin anew with Reset.';

function epochWords({ last, best }: Tally, below: number, reached: boolean): string {
  if (reached && best !== undefined) return `Epoch ${formatCount(best.number)} had a mean loss of ${formatNumber(best.loss)}, which is below ${formatNumber(below)}.`;
  const now = last === undefined ? 'No epoch has ended since this page was opened.' : `Epoch ${formatCount(last.number)} had a mean loss of ${formatNumber(last.loss)}.`;
  return `${now} Wanted: below ${formatNumber(below)}.`;
}

function descentWords({ which, end, iteration, place }: DescentFacts, { endedBefore }: Tally, input: string, reached: boolean): string {
  if (endedBefore === which) return ENDED_BEFORE;
  const name = formatName(input);
  const at = `${name} = ${formatNumber(place(input) ?? NaN, PLACE_DIGITS)}`;
  const after = `after ${iterations(iteration)}`;
  switch (end) {
    case undefined:
      return iteration < 0 ? `The descent has not begun; ${at}.` : `Under way: ${at} ${after}.`;
    case 'at rest':
      return reached ? `It has ended by itself at ${at} ${after}.` : `It has ended at ${at} ${after}, which is not the place.`;
    case 'out of steps':
      return `It was stopped at ${at} ${after}, still moving.`;
    case 'run away':
      return `It has run away ${after}. Begin anew with Reset, in shorter steps.`;
  }
}

function divergenceWords({ divergedBefore, endedBefore }: Tally, { training, descent }: GoalFacts, reached: boolean): string {
  if (descent !== undefined) {
    if (endedBefore === descent.which) return ENDED_BEFORE;
    if (reached) return `It has run away: ${iterations(descent.iteration)}, and the next step led out of the finite numbers.`;
    if (descent.end !== undefined) return `It has ended after ${iterations(descent.iteration)}, with every number finite.`;
    return descent.iteration < 0 ? 'The descent has not begun.' : `Under way: ${iterations(descent.iteration)}, every number finite.`;
  }
  if (training === undefined) return NO_GRAPH;
  if (training.divergedAt !== undefined) return divergedBefore === training.run ? ENDED_BEFORE : `Training has diverged at SGD step ${formatCount(training.divergedAt)}.`;
  return `${formatCount(training.steps)} SGD step${training.steps === 1 ? '' : 's'} taken, every number finite.`;
}

function iterations(count: number): string {
  const steps = Math.max(0, count);
  return `${formatCount(steps)} iteration${steps === 1 ? '' : 's'}`;
}
