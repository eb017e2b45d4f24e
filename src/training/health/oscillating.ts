import { formatCount, formatFigure, formatNumber } from '../../scene/format';
import type { Finding, HealthInput } from './finding';
import { meanFrom, recentLoss, sinceChange, type SinceChange } from './lastChange';
import { lowerRate } from './learningRate';
import { scalingRemedy } from './unscaled';

/** How far above where it began the loss may come. Single batches of 11 reach about twice the loss of the first. */
const OVERSHOT = 3;
/** A learning rate that is too large shows within so many steps. */
const EARLY_STEPS = 200;

/** A rise from one epoch to the next that is more than the draw of its batches. */
const RISE = 1.5;
/** So many of them among so many epochs are no chance any more: sound trainings have two at most. */
const RISES = 4;
const EPOCHS = 10;

/** So many turns without a break: for numbers that are drawn independently the chance is less than one in ten million. */
const TURNS = 40;
/** By how much, on the average, for it to matter. */
const LEAST_SWING = 0.02;

/** Steps that leap across the valley: the loss rises far above its beginning, or goes up and down from epoch to epoch. */
export function oscillating(input: HealthInput): Finding | undefined {
  const since = sinceChange(input);
  if (since === undefined) return undefined;
  const swing = overshot(input, since) ?? upAndDown(input, since) ?? byTurns(input, since);
  if (swing === undefined) return undefined;
  const { change } = since;
  const remedy = scalingRemedy(input) ?? lowerRate(input, swing.step, swing.step - 1);
  return {
    kind: 'oscillating',
    step: swing.step,
    severity: 'warning',
    title: 'The steps overshoot',
    cause: `${swing.seen} At learning rate ${formatNumber(change.learningRate)} a step goes down in a valley only where the loss curves by less than 2 / ${formatNumber(change.learningRate)} = ${formatFigure(2 / change.learningRate, 3)}; where it is steeper, the step lands higher up on the other side.`,
    ...(remedy === undefined ? {} : { remedy }),
  };
}

interface Swing {
  readonly step: number;
  readonly seen: string;
}

function overshot({ losses, table }: HealthInput, { change, before, loss, stepsPerBatch }: SinceChange): Swing | undefined {
  // A run that has come back below where it began, and far below the mean's prediction, has got over it.
  if (recentMean(losses) < Math.min(loss, (table?.targetVariance ?? Infinity) / 2)) return undefined;
  let peak = loss * OVERSHOT;
  let at = 0;
  let first = 0;
  const look = (step: number, value: number): void => {
    if (value > loss * OVERSHOT && first === 0) first = step;
    if (value <= peak) return;
    peak = value;
    at = step;
  };
  // In the middle of a run single batches scatter about a low loss; an epoch's mean does not.
  if (before === undefined) {
    const last = Math.min(EARLY_STEPS, losses.lastStep - stepsPerBatch + 1);
    for (let step = 1; step <= last; step++) look(step, meanFrom(losses, step, stepsPerBatch));
  }
  const epoch = losses.epochIndexOf(change.step);
  for (let index = epoch; index < Math.min(losses.epochCount, epoch + EARLY_STEPS); index++) look(losses.epochEnd(index), losses.epochMean(index));
  if (at === 0) return undefined;
  return { step: first, seen: `The loss was ${formatFigure(loss, 3)} at step ${formatCount(change.step)} and came up to ${formatFigure(peak, 3)} at step ${formatCount(at)}.` };
}

/** The mean of the last epochs, five at most; of the last steps before the first epoch has ended. */
function recentMean(losses: HealthInput['losses']): number {
  const means = Array.from({ length: Math.min(5, losses.epochCount) }, (_, back) => losses.epochMean(losses.epochCount - 1 - back));
  return means.length === 0 ? recentLoss(losses) : means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

function upAndDown({ losses }: HealthInput, { change }: SinceChange): Swing | undefined {
  const from = Math.max(losses.epochIndexOf(change.step) + 1, losses.epochCount - EPOCHS);
  const rises: number[] = [];
  for (let index = from; index < losses.epochCount; index++) if (losses.epochMean(index) > RISE * losses.epochMean(index - 1)) rises.push(index);
  const [first] = rises;
  if (first === undefined || rises.length < RISES) return undefined;
  const [up, down] = [losses.epochMean(first), losses.epochMean(first - 1)];
  return {
    step: losses.epochEnd(first),
    seen: `In the last ${formatCount(EPOCHS)} epochs the loss rose ${formatCount(rises.length)} times by half or more, such as from ${formatFigure(down, 3)} to ${formatFigure(up, 3)} in epoch ${formatCount(losses.epochNumber(first))}.`,
  };
}

/** A loss that goes up and down by turns: with the whole table in a batch, that is a step from one side of a valley to the other. */
function byTurns({ losses }: HealthInput, { change }: SinceChange): Swing | undefined {
  const begin = losses.epochIndexOf(change.step) + 1;
  const moved = (index: number): number => losses.epochMean(index) - losses.epochMean(index - 1);
  let from = losses.epochCount - 1;
  while (from > begin && moved(from) * moved(from - 1) < 0) from--;
  const turns = losses.epochCount - from;
  if (turns < TURNS) return undefined;
  const recent = Array.from({ length: TURNS }, (_, back) => losses.epochCount - 1 - back);
  const level = recent.reduce((sum, index) => sum + losses.epochMean(index), 0) / TURNS;
  const swing = recent.reduce((sum, index) => sum + Math.abs(moved(index)), 0) / TURNS;
  if (swing < LEAST_SWING * level) return undefined;
  return {
    step: losses.epochEnd(from),
    seen: `For ${formatCount(turns)} epochs without a break the loss has gone up and down by turns, by ${formatFigure(swing, 2)} about ${formatFigure(level, 3)}.`,
  };
}
