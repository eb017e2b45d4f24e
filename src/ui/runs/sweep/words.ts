import { formatCount, formatNumber } from '../../../scene/format';
import type { SweptCell } from '../../../training/sweep/sweep';
import { fateOf } from './ranking';

/** `less than a second`, `12 s`, `3 min 20 s`. */
export function durationWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? `${formatCount(minutes)} min` : `${formatCount(minutes)} min ${rest} s`;
}

/** How many of a sweep's cells came to nothing, and in which way: ` 2 overflowed, 1 grew without bound.`; empty if none did. */
export function lostWords(fates: readonly ReturnType<typeof fateOf>[]): string {
  const count = (wanted: string): number => fates.filter((fate) => fate === wanted).length;
  const [overflowed, diverging] = [count('overflowed'), count('diverging')];
  const parts = [overflowed === 0 ? [] : `${formatCount(overflowed)} overflowed`, diverging === 0 ? [] : `${formatCount(diverging)} grew without bound`].flat();
  return parts.length === 0 ? '' : ` ${parts.join(', ')}.`;
}

/** A cell in a sentence, for its button. */
export function cellSentence(cell: SweptCell, isBest: boolean, least = NaN): string {
  const { learningRate, batchSize, divergedAt, trainLoss, testLoss } = cell;
  const name = `Learning rate ${formatNumber(learningRate, 10)}, batch size ${formatCount(batchSize)}`;
  if (divergedAt !== undefined) return `${name}: diverged at step ${formatCount(divergedAt)}. Open as a run`;
  const grows = fateOf(cell, least) === 'diverging' ? ', diverging: it grew without bound' : '';
  const test = testLoss === undefined ? '' : `, test loss ${formatNumber(testLoss)}`;
  return `${name}: last epoch ${formatNumber(trainLoss)}${test}${grows}${isBest ? ', the best' : ''}. Open as a run`;
}
