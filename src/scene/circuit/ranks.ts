/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a box or a wire of the drawing */
import { kahn } from '../../engine/sort';
import type { DrawnCircuit } from './drawn';
import { tighten } from './networkSimplex';

/** The columns of boxes, from 0 on, and how many boxes the longest way from a leaf to each box passes. */
export interface Ranks {
  readonly rank: Int32Array;
  readonly depth: Int32Array;
}

/**
 * Gives every box a column, right of all that it reads, so that the wires are as short as they can be in total: leaves
 * stand next to what reads them. Boxes that nothing reads end at the right, as the output does.
 */
export function ranksOf({ symbols, links }: Pick<DrawnCircuit, 'symbols' | 'links'>): Ranks {
  const count = symbols.length;
  const read = new Uint8Array(count);
  for (const { from } of links) read[from] = 1;
  const ends = symbols.flatMap((_, box) => (read[box] === 1 ? [] : [box]));
  // All that is read by nothing leads to one more node, at no cost: the program is connected.
  const program = {
    nodeCount: count + 1,
    from: Int32Array.from([...links.map(({ from }) => from), ...ends]),
    to: Int32Array.from([...links.map(({ to }) => to), ...ends.map(() => count)]),
    weight: Float64Array.from([...links.map(() => 1), ...ends.map(() => 0)]),
    root: count,
  };
  const order = kahn(program);
  const { depth, rank } = longestWays(program, order);
  tighten(program, rank);
  const least = rank.reduce((a, b) => Math.min(a, b), 0);
  return { rank: rank.map((value) => value - least), depth };
}

/** How far each node is from the leaves, and each as far right as what it leads to allows. */
function longestWays({ nodeCount, from, to }: { nodeCount: number; from: Int32Array; to: Int32Array }, order: Int32Array): Ranks {
  const position = new Int32Array(nodeCount);
  order.forEach((v, place) => (position[v] = place));
  const edges = Array.from(from, (_, e) => e).sort((a, b) => position[from[a]!]! - position[from[b]!]!);
  const depth = new Int32Array(nodeCount);
  const rank = new Int32Array(nodeCount);
  for (const e of edges) depth[to[e]!] = Math.max(depth[to[e]!]!, depth[from[e]!]! + 1);
  for (const e of edges.reverse()) rank[from[e]!] = Math.min(rank[from[e]!]!, rank[to[e]!]! - 1);
  return { depth, rank };
}
