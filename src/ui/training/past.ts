import { shownIteration } from '../../store/playback';
import type { TrainingState } from '../../store/training';
import { usePlayback, useTraining } from '../context';

/**
 * The number of the SGD step that is shown, if training has left it behind: it has been taken, and training is not at
 * work. Undefined for the step that is next to come, and for the one at which training diverged, which is where it stands.
 */
export function pastStep(shown: number | undefined, { status, progress, divergence }: Pick<TrainingState, 'status' | 'progress' | 'divergence'>): number | undefined {
  if (shown === undefined || shown > progress.steps) return undefined;
  switch (status) {
    case 'loading':
    case 'opening':
    case 'restoring':
    case 'training':
    case 'failed':
      return undefined;
    default:
      return shown - 1 === divergence?.step ? undefined : shown;
  }
}

/** The number of the SGD step that is shown, if somebody holds it while training goes on behind it. */
export function heldStep(shown: number | undefined, held: boolean, { status, progress }: Pick<TrainingState, 'status' | 'progress'>): number | undefined {
  const isBehind = held && status === 'training' && shown !== undefined && shown <= progress.steps;
  return isBehind ? shown : undefined;
}

/** The past step of the iteration on the screen; the component follows it. */
export function usePastStep(): number | undefined {
  const shown = usePlayback((playback) => shownIteration(playback)?.step);
  return useTraining((training) => pastStep(shown, training));
}

/** The held step of the iteration on the screen; the component follows it. */
export function useHeldStep(): number | undefined {
  const shown = usePlayback((playback) => shownIteration(playback)?.step);
  const held = usePlayback((playback) => playback.held);
  return useTraining((training) => heldStep(shown, held, training));
}
