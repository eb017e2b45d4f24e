import { formatCount } from '../../scene/format';
import type { TrainingState } from '../../store/training';

/** The SGD step in the past that the predictions at hand were made before; undefined if they are the newest. */
export function predictedInPast({ status, progress, predictedBefore }: Pick<TrainingState, 'status' | 'progress' | 'predictedBefore'>): number | undefined {
  // While training they are always a few steps old.
  if (status === 'training' || predictedBefore === undefined || predictedBefore > progress.steps) return undefined;
  return predictedBefore;
}

/**
 * When the predictions were made, where that needs saying: they are out of the past, or the newest while the graph shows
 * a step in the past.
 *
 * @param predicted the step in the past that they were made before, if it is one
 * @param shown the step in the past that the graph shows, if it is one
 * @param steps how many have been taken
 */
export function predictedWhen(predicted: number | undefined, shown: number | undefined, steps: number): string | undefined {
  if (predicted !== undefined) return `before SGD step ${formatCount(predicted)}`;
  return shown === undefined ? undefined : `now, after SGD step ${formatCount(steps)}`;
}
