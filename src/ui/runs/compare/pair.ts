import { RUN_DASHES } from '../../../draw/charts/runLook';
import type { RunRecord } from '../../../store/runs';

/** The two that are compared; undefined where there are not as many. */
export type Pair = readonly [here: RunRecord | undefined, there: RunRecord | undefined];

/**
 * The runs that were chosen or, where none was, or it has been deleted: the run at the front, and its parent, or the last of the others
 * that charts draw, or just the last of the others.
 */
export function pairOf(runs: readonly RunRecord[], current: number, chosen: readonly [number | undefined, number | undefined]): Pair {
  const here = runs.find(({ id }) => id === chosen[0]) ?? runs.find(({ id }) => id === current) ?? runs[0];
  const others = runs.filter(({ id }) => id !== here?.id);
  const there =
    others.find(({ id }) => id === chosen[1]) ??
    others.find(({ id }) => id === here?.parent?.id) ??
    others.findLast(({ shown }) => shown) ??
    others.at(-1);
  return [here, there];
}

/** The second of a pair, with the next slot's look where it has the same as the first: there are more runs than looks. */
export function apartFrom(here: RunRecord | undefined, there: RunRecord | undefined): RunRecord | undefined {
  const looks = RUN_DASHES.length;
  if (here === undefined || there === undefined || here.slot % looks !== there.slot % looks) return there;
  return { ...there, slot: (there.slot + 1) % looks };
}
