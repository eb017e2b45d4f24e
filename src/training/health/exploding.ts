import { formatCount, formatFigure, formatName, formatNumber } from '../../scene/format';
import type { Finding, HealthInput, Remedy } from './finding';
import { greatestIn, recentLoss, settingsBehind, sinceChange } from './lastChange';
import { lowerRate } from './learningRate';
import { EXTREME_RATIO, layerRatio } from './layerRatio';
import { scalingRemedy } from './unscaled';

/**
 * By which factor the gradient's norm may grow. Sound trainings of the lesson's network, with any of its activations, stay
 * below 10: the gradient is greatest near the start.
 */
const MOST_GROWTH = 100;

/** A gradient that has grown beyond all measure and has not come back, or that grows from layer to layer on its way back. */
export function exploding(input: HealthInput): Finding | undefined {
  return inTime(input) ?? alongTheDepth(input);
}

function inTime(input: HealthInput): Finding | undefined {
  const { gradientNorms, losses, vitals } = input;
  const since = sinceChange(input);
  if (since === undefined || !(recentLoss(losses) > since.loss)) return undefined;
  const { change, gradient } = since;
  if (!(greatestIn(gradientNorms, change.step, gradientNorms.lastStep) > MOST_GROWTH * gradient)) return undefined;
  const growth = growthOf(input);
  if (growth === undefined) return undefined;
  const node = vitals.findLast(({ step }) => step >= growth.reached)?.parameters.toSorted((one, other) => other.gradient - one.gradient)[0]?.id;
  const { learningRate } = settingsBehind(input.changes, growth.reached)?.change ?? change;
  const remedy = scalingRemedy(input) ?? lowerRate(input, growth.reached, growth.until);
  return {
    kind: 'exploding',
    step: growth.reached,
    ...(node === undefined ? {} : { node }),
    severity: 'error',
    title: 'The gradient explodes',
    cause:
      `Its norm grew from ${formatFigure(gradient, 3)} at step ${formatCount(change.step)} to ${formatFigure(gradientNorms.at(growth.reached), 3)} at step ${formatCount(growth.reached)}. ` +
      `Steps at learning rate ${formatNumber(learningRate)} are far too long for a loss as steep as this one.`,
    ...(remedy === undefined ? {} : { remedy }),
  };
}

/** How a gradient took off. */
export interface Growth {
  /** The last step before the norm left ten times its first one for good, as far as that is known. */
  readonly until: number;
  /** The first step at which it had grown a hundredfold, or was not finite. */
  readonly reached: number;
}

/** When the gradient took off since the settings last changed; undefined if it did not, or the steps are no longer kept. */
export function growthOf(input: HealthInput): Growth | undefined {
  const { gradientNorms } = input;
  const since = sinceChange(input);
  if (since === undefined) return undefined;
  const { change, gradient } = since;
  let until = change.step - 1;
  for (let step = Math.max(change.step, gradientNorms.firstStep); step <= gradientNorms.lastStep; step++) {
    const norm = gradientNorms.at(step);
    if (norm <= 10 * gradient) until = step;
    else if (!(norm <= MOST_GROWTH * gradient)) return { until, reached: step };
  }
  return undefined;
}

function alongTheDepth(input: HealthInput): Finding | undefined {
  const found = layerRatio(input.vitals, (ratio) => ratio > EXTREME_RATIO);
  if (found === undefined) return undefined;
  const { first, last, ratio, step } = found;
  const scaledWeights: Remedy | undefined = input.plan.weights === 'scaled' ? undefined : { label: 'scaled initial weights', plan: { weights: 'scaled' }, at: 0 };
  const remedy = scalingRemedy(input) ?? scaledWeights;
  return {
    kind: 'exploding',
    step,
    node: first,
    severity: 'warning',
    title: `The gradient grows on its way back to ${formatName(first)}`,
    cause: `Per number, the gradient of ${formatName(first)} is ${formatFigure(ratio, 3)} times that of ${formatName(last)} (the median of eight looks): one learning rate cannot suit both.`,
    ...(remedy === undefined ? {} : { remedy }),
  };
}
