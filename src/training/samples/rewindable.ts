import type { Trainer } from '../../engine';

/** A run that can be looked at at any of its steps. */
export interface Rewindable {
  /** How many steps the run has taken. */
  readonly steps: number;
  /** Goes near step number `step`, from 1 to one more than have been taken. `approach` does the rest. */
  aim(step: number): void;
  /** Takes up to `most` of the steps that lead to before step number `step`. @returns whether the trainer stands there */
  approach(step: number, most: number): boolean;
  /** Its trainer, where `approach` has brought it. It is the same one all the time: going on takes it along. */
  readonly course: { readonly trainer: Trainer };
}

/** So many steps are taken at a go: those of a large network take milliseconds each. */
const PORTION = 8;

/**
 * Brings a run to where it stood before step number `step`, with the settings that the step was taken with. Far from a checkpoint
 * that takes thousands of steps; it yields after every few.
 *
 * @param share what it yields: how much of everything is done so far
 */
export function* standingBefore(run: Rewindable, step: number, share: number): Generator<number, Trainer> {
  run.aim(step);
  while (!run.approach(step, PORTION)) yield share;
  return run.course.trainer;
}
