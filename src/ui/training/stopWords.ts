import { shareWithin } from '../../datasets/scores';
import { splitRows } from '../../datasets/split';
import { formatCount, formatNumber } from '../../scene/format';
import type { TrainingState } from '../../store/training';
import type { RunPlan, StopConditions } from '../../training/plan';
import type { StopReason } from '../../training/protocol';

/** What is known of the run at the moment at which it stopped. */
export interface Standing {
  /** The losses of the epochs that have ended, in order: those of the held-out rows, where there are any. */
  readonly epochs: readonly { readonly epoch: number; readonly loss: number }[];
  /** Whether these are the losses of held-out rows. */
  readonly heldOut: boolean;
  /** The share of the homes that is predicted to within the required distance; undefined if that is not known. */
  readonly accuracy: number | undefined;
}

/** How a run stands now. `within` is the distance, in $1,000, at which a prediction counts as accurate. */
export function standingOf(
  { losses, dataset, predictions }: Pick<TrainingState, 'losses' | 'dataset' | 'predictions'>,
  plan: Pick<RunPlan, 'heldOut' | 'splitSeed'> | undefined,
  within: number | undefined,
): Standing {
  const heldOut = losses.epochCount > 0 && !Number.isNaN(losses.epochTest(losses.epochCount - 1));
  const epochs = Array.from({ length: losses.epochCount }, (_, index) => ({
    epoch: losses.epochNumber(index),
    loss: heldOut ? losses.epochTest(index) : losses.epochMean(index),
  }));
  if (within === undefined || dataset === undefined || predictions === undefined || plan === undefined) return { epochs, heldOut, accuracy: undefined };
  const { test } = splitRows(dataset.rows, plan.heldOut, plan.splitSeed);
  return { epochs, heldOut, accuracy: shareWithin(dataset.target, predictions.data, within, test.length > 0 ? test : undefined) };
}

/**
 * Why training has stopped by itself before its epochs were over, with the numbers; undefined if it has not. Conditions that have
 * been changed since are not spoken of as if they had been met.
 */
export function stopSentence(reason: StopReason, conditions: StopConditions, { epochs, heldOut, accuracy }: Standing): string | undefined {
  const last = epochs.at(-1);
  const loss = heldOut ? 'test loss' : 'mean loss';
  switch (reason) {
    case 'paused':
    case 'finished':
      return undefined;
    case 'target': {
      if (last === undefined) return 'Stopped: the target loss is reached.';
      const { targetLoss } = conditions;
      const target = targetLoss !== undefined && last.loss <= targetLoss ? ` ${formatNumber(targetLoss)}` : '';
      return `Stopped: the ${loss} of epoch ${formatCount(last.epoch)} is ${formatNumber(last.loss)}, at most the target${target}.`;
    }
    case 'patience': {
      const best = epochs.reduce<Standing['epochs'][number] | undefined>((least, one) => (least === undefined || one.loss < least.loss ? one : least), undefined);
      if (best === undefined || last === undefined) return 'Stopped: patience is at its end.';
      const since = last.epoch - best.epoch;
      const epochWord = since === 1 ? 'epoch' : 'epochs';
      return `Stopped: no better ${loss} for ${formatCount(since)} ${epochWord} than the ${formatNumber(best.loss)} of epoch ${formatCount(best.epoch)}.`;
    }
    case 'accuracy': {
      const { accuracy: required } = conditions;
      const homes = heldOut ? 'test homes' : 'homes';
      if (accuracy === undefined || required === undefined || accuracy < required.share) return `Stopped: enough of the ${homes} are predicted well.`;
      const within = `to within $${formatCount(required.within * 1000)}`;
      return `Stopped: ${percent(accuracy)} of the ${homes} are predicted ${within}, at least the ${percent(required.share)} required.`;
    }
  }
}

/** `81.2%`. */
function percent(share: number): string {
  return `${formatNumber(share * 100, 3)}%`;
}
