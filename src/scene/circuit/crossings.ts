/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a node of the layers */
import type { Neighbours } from './neighbourhood';

/**
 * How many pairs of pieces cross between two neighbouring layers, in time n log n (W. Barth, P. Mutzel and M. Jünger,
 * Simple and efficient bilayer cross counting, JGAA 8, 2004).
 *
 * @param order the left layer from top to bottom
 * @param place of every node of the right layer, which from the top it is
 * @param size how many nodes the right layer has
 */
export function crossingsBetween(order: readonly number[], { start, at }: Neighbours, place: Int32Array, size: number): number {
  let leaves = 1;
  while (leaves < size) leaves *= 2;
  const tree = new Int32Array(2 * leaves);
  let count = 0;
  const ends: number[] = [];
  for (const v of order) {
    ends.length = 0;
    for (let i = start[v]!; i < start[v + 1]!; i++) ends.push(place[at[i]!]!);
    if (ends.length > 1) ends.sort((a, b) => a - b);
    for (const end of ends) {
      for (let node = end + leaves; node > 0; node >>= 1) {
        tree[node]!++;
        // Those that ended further down, and began above.
        if (node % 2 === 0) count += tree[node + 1]!;
      }
    }
  }
  return count;
}
