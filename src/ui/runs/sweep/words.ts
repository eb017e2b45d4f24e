import { formatCount, formatNumber } from '../../../scene/format';
import type { SweptCell } from '../../../training/sweep/sweep';

/** `less than a second`, `12 s`, `3 min 20 s`. */
export function durationWords(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return rest === 0 ? `${formatCount(minutes)} min` : `${formatCount(minutes)} min ${rest} s`;
}

/** A cell in a sentence, for its button. */
export function cellSentence(cell: SweptCell, isBest: boolean): string {
  const { learningRate, batchSize, divergedAt, trainLoss, testLoss } = cell;
  const name = `Learning rate ${formatNumber(learningRate, 10)}, batch size ${formatCount(batchSize)}`;
  if (divergedAt !== undefined) return `${name}: diverged at step ${formatCount(divergedAt)}. Open as a run`;
  const test = testLoss === undefined ? '' : `, test loss ${formatNumber(testLoss)}`;
  return `${name}: last epoch ${formatNumber(trainLoss)}${test}${isBest ? ', the best' : ''}. Open as a run`;
}
