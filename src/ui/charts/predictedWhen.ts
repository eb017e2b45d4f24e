import { formatCount } from '../../scene/format';
import type { TrainingState } from '../../store/training';

/**
 * The SGD step in the past that the predictions at hand were made before; undefined if they are the newest.
 *
 * @param held the step that somebody holds while training goes on, if there is one
 */
export function predictedInPast(
  { status, progress, predictedBefore }: Pick<TrainingState, 'status' | 'progress' | 'predictedBefore'>,
  held?: number,
): number | undefined {
  // While training, those that are not of the step that was gone back to are the newest, if always a few steps old.
  if (status === 'training' && predictedBefore !== held) return undefined;
  return predictedBefore === undefined || predictedBefore > progress.steps ? undefined : predictedBefore;
}

/**
 * When the predictions were made, where that needs saying: they are out of the past, or the newest while the graph shows
 * a step in the past.
 *
 * @param predicted the step in the past that they were made before, if it is one
 * @param shown the step in the past that the graph shows, if it is one
 * @param steps how many have been taken; undefined while there are more all the time
 */
export function predictedWhen(predicted: number | undefined, shown: number | undefined, steps: number | undefined): string | undefined {
  if (predicted !== undefined) return `before SGD step ${formatCount(predicted)}`;
  if (shown === undefined) return undefined;
  return steps === undefined ? 'now, in training' : `now, after step ${formatCount(steps)}`;
}
