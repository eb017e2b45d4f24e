import { formatCount, formatFigure, formatName, formatNumber } from '../../scene/format';
import { growthOf } from './exploding';
import type { Finding, HealthInput } from './finding';
import { settingsBehind, sinceChange } from './lastChange';
import { lowerRate } from './learningRate';
import { scalingRemedy } from './unscaled';

const PARTS = { value: 'the value', gradient: 'the gradient', 'updated value': 'the updated value' } as const;

/** A number that is not finite: where it turned up first, and what had grown until then. */
export function nonFinite(input: HealthInput): Finding | undefined {
  const { divergence } = input;
  if (divergence === undefined) return undefined;
  const { node, part, number } = divergence.found;
  const step = divergence.step + 1;
  const grown = whatGrew(input, step);
  const growth = growthOf(input);
  const remedy = scalingRemedy(input) ?? (growth === undefined ? lowerRate(input, steepestOf(input), 0) : lowerRate(input, growth.reached, growth.until));
  return {
    kind: 'non-finite',
    step,
    node,
    severity: 'error',
    title: grown.length > 0 ? `The numbers grew until ${formatName(node)} overflowed` : `${formatName(node)} is not finite any more`,
    cause: [...grown, `At step ${formatCount(step)} a number in ${PARTS[part]} of ${formatName(node)} became ${formatNumber(number)}.`].join(' '),
    ...(grown.length > 0 ? { growth: grown.join(' ') } : {}),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

/** The step from which on the learning rate was greatest: what did not begin under the present settings is due to that. */
function steepestOf({ changes }: HealthInput): number {
  return changes.reduce((steepest, change) => (change.learningRate > steepest.learningRate ? change : steepest), changes[0] ?? { step: 1, learningRate: 0 }).step;
}

/** How far the gradient had grown by then, and which parameter's had grown most. */
function whatGrew(input: HealthInput, step: number): readonly string[] {
  const { gradientNorms } = input;
  const since = sinceChange(input);
  if (since === undefined) return [];
  let last = step - 1;
  while (last > since.change.step && !Number.isFinite(gradientNorms.at(last))) last--;
  const [from, to] = [since.gradient, gradientNorms.at(last)];
  if (!(to > 10 * from)) return [];
  const grown = `Until step ${formatCount(last)} the norm of the gradient had grown from ${formatFigure(from, 3)} to ${formatFigure(to, 3)}${mostGrown(input, step)}.`;
  const { learningRate } = settingsBehind(input.changes, growthOf(input)?.reached ?? last)?.change ?? since.change;
  return [grown, `Steps at learning rate ${formatNumber(learningRate)} were far too long for a loss as steep as this one.`];
}

/** The parameter whose gradient grew by the greatest factor between the first and the last look before a step. */
function mostGrown({ vitals, changes }: HealthInput, step: number): string {
  const began = changes.at(-1)?.step ?? 1;
  const looks = vitals.filter((look) => look.step >= began && look.step < step && look.parameters.every(({ gradient }) => Number.isFinite(gradient)));
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  const factors = last.parameters.map(({ id, gradient }) => ({ id, factor: gradient / (first.parameters.find((one) => one.id === id)?.gradient ?? NaN) }));
  const most = factors.filter(({ factor }) => factor > 1).sort((one, other) => other.factor - one.factor)[0];
  return most === undefined ? '' : `, most of all that of ${formatName(most.id)}: ${formatFigure(most.factor, 2)}-fold by step ${formatCount(last.step)}`;
}
