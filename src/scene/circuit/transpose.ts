/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a layer or a node of the layers */
import type { Neighbourhood, Neighbours } from './neighbourhood';

const MOST_ROUNDS = 4;

/**
 * Changes the places of nodes next to one another in a layer where that makes fewer crossings, until it no longer does.
 *
 * @param place of every node, which from the top of its layer it is; kept up to date
 */
export function transpose(orders: readonly number[][], { left, right }: Neighbourhood, place: Int32Array): void {
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const order of orders) {
      for (let i = 0; i + 1 < order.length; i++) {
        const [upper, lower] = [order[i]!, order[i + 1]!];
        if (gain(upper, lower, left, place) + gain(upper, lower, right, place) <= 0) continue;
        order[i] = lower;
        order[i + 1] = upper;
        place[lower] = i;
        place[upper] = i + 1;
        changed = true;
      }
    }
  }
}

/** How many crossings there are less on one side if the lower node comes first. */
function gain(upper: number, lower: number, { start, at }: Neighbours, place: Int32Array): number {
  let difference = 0;
  for (let i = start[upper]!; i < start[upper + 1]!; i++) {
    const above = place[at[i]!]!;
    for (let j = start[lower]!; j < start[lower + 1]!; j++) difference += Math.sign(above - place[at[j]!]!);
  }
  return difference;
}
