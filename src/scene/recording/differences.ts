import type { Recording } from '../../engine';
import { replay } from './replay';
import { differenceOf, type Difference } from './verdict';

const found = new WeakMap<Recording, Map<string, Difference>>();

/** The difference quotient of one cell of a node, if it has been worked out before. */
export function knownDifference(recording: Recording, node: string, cell: number): Difference | undefined {
  return found.get(recording)?.get(keyOf(node, cell));
}

/** The difference quotient of one cell of a node: two more forward passes, the first time that it is asked for. */
export function differenceAt(recording: Recording, node: string, cell: number): Difference {
  const known = knownDifference(recording, node, cell);
  if (known !== undefined) return known;
  const all = found.get(recording) ?? new Map<string, Difference>();
  found.set(recording, all);
  const difference = differenceOf(replay(recording), node, cell);
  all.set(keyOf(node, cell), difference);
  return difference;
}

function keyOf(node: string, cell: number): string {
  return `${cell} ${node}`;
}
