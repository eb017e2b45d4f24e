import { formatCount, formatFigure, formatNumber } from '../../scene/format';
import { deadUnits } from './deadUnits';
import type { Finding, HealthInput, Remedy } from './finding';
import { rateBelow, steadyRate } from './learningRate';
import { rateRemedy } from './rateRemedy';
import { saturated } from './saturated';
import { scalingRemedy } from './unscaled';
import { vanishing } from './vanishing';

/** Over how many epochs, and how many steps, the loss has to stand still. */
const EPOCHS = 10;
const STEPS = 400;

/** A loss of at least this share of the target's variance has explained next to nothing of the target. */
const UNEXPLAINED = 0.9;

/**
 * A loss that stands still where always predicting the mean would have brought it. One that stands still farther down
 * has settled, which is no trouble.
 */
export function stalled(input: HealthInput): Finding | undefined {
  const { losses, table, changes, divergence } = input;
  const change = changes.at(-1);
  if (change === undefined || table === undefined || divergence !== undefined) return undefined;
  const begin = losses.epochIndexOf(change.step) + 1;
  const stepsPerEpoch = losses.epochEnd(losses.epochCount - 1) - losses.epochEnd(losses.epochCount - 2);
  const epochs = Math.max(EPOCHS, Math.ceil(STEPS / stepsPerEpoch));
  if (!(losses.epochCount - begin >= epochs)) return undefined;
  const level = standingStill(Array.from({ length: epochs }, (_, index) => losses.epochMean(losses.epochCount - epochs + index)));
  if (level === undefined || !(level >= UNEXPLAINED * table.targetVariance)) return undefined;

  let first = begin;
  while (losses.epochMean(first) > 1.1 * level) first++;
  const remedy = remedyFor(input, change.learningRate);
  const useless = level > 1.1 * table.targetVariance ? 'more than' : 'about';
  return {
    kind: 'stalled',
    step: losses.epochEnd(first),
    severity: 'warning',
    title: 'The loss hardly moves',
    cause:
      `Its mean over the last ${formatCount(epochs)} epochs is ${formatFigure(level, 3)}, and whatever it changes drowns in its noise. That is ${useless} what always predicting the mean would give ` +
      `(${formatFigure(table.targetVariance, 3)}, the variance of the target): the network has learned nothing from the features.` +
      (remedy?.settings?.learningRate !== undefined && remedy.settings.learningRate > change.learningRate ? ` Steps at learning rate ${formatNumber(change.learningRate)} are very small.` : ''),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

/** The mean of the later half, unless it is lower than that of the earlier half by more than twice the standard error of their difference. */
function standingStill(means: readonly number[]): number | undefined {
  const half = means.length >> 1;
  const [earlier, later] = [momentsOf(means.slice(0, half)), momentsOf(means.slice(half))];
  const error = Math.sqrt(earlier.variance / half + later.variance / (means.length - half));
  return earlier.mean - later.mean > 2 * error ? undefined : later.mean;
}

function momentsOf(numbers: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return { mean, variance: numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / Math.max(1, numbers.length - 1) };
}

function remedyFor(input: HealthInput, learningRate: number): Remedy | undefined {
  const known = scalingRemedy(input) ?? deadUnits(input)[0]?.remedy ?? saturated(input)[0]?.remedy ?? vanishing(input)?.remedy;
  if (known !== undefined) return known;
  const higher = rateBelow(Math.min(steadyRate(input), 100 * learningRate));
  return higher > 2 * learningRate ? rateRemedy(higher, input.losses.lastStep) : undefined;
}
