import { formatFigure } from '../../scene/format';
import type { Finding, HealthInput, Remedy } from './finding';

/**
 * How far the deviations of two features may be apart. The loss curves along a weight with the square of its feature, so
 * that at 10 the curvatures are 100-fold apart, and gradient descent takes about as many times more steps (LeCun et
 * al., Efficient BackProp, 1998, section 4.3 and 5).
 */
const MOST_APART = 10;

/** Features whose scales are far apart, on a run that takes them as they are. */
export function unscaled({ plan, table, losses }: HealthInput): Finding | undefined {
  if (plan.scaled || table === undefined || losses.lastStep === 0) return undefined;
  const { least, greatest } = table;
  if (!(greatest.deviation > MOST_APART * least.deviation)) return undefined;
  return {
    kind: 'unscaled features',
    step: 1,
    severity: 'warning',
    title: 'The features are on very different scales',
    cause:
      `The standard deviation of ${greatest.name} is ${formatFigure(greatest.deviation, 3)}, that of ${least.name} ${formatFigure(least.deviation, 3)}. ` +
      'No learning rate suits both: what is right for one feature is far too large or far too small for the other.',
    // A relu passes on what it reads undiminished: wide layers of it need small weights as well.
    remedy: plan.activation === 'relu' && plan.weights === 'lesson' ? STANDARDIZED_WITH_WEIGHTS : STANDARDIZED,
  };
}

/** Every feature brought to mean 0 and deviation 1, from the start. */
const STANDARDIZED: Remedy = { label: 'standardized features', plan: { scaled: true }, at: 0 };
const STANDARDIZED_WITH_WEIGHTS: Remedy = { label: 'standardized features and scaled weights', plan: { scaled: true, weights: 'scaled' }, at: 0 };

/** The remedy for whatever comes of features that are not scaled; undefined if that is not the matter. */
export function scalingRemedy(input: HealthInput): Remedy | undefined {
  return unscaled(input)?.remedy;
}
