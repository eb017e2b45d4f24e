import type { Graph } from '../../engine/graph';
import type { NamedLine } from './clusters';
import { drawnOf, MOST_BOXES } from './drawn';

/**
 * Which named lines to fold at first: none of a graph that can be taken in at once, else the largest, as many as it
 * takes, and never the last line, which the gradients start at. Of lines of the same size, the earlier comes first.
 */
export function autoFolded(graph: Graph, lines: readonly NamedLine[]): ReadonlySet<string> {
  const candidates = lines.slice(0, -1).toSorted((a, b) => b.members.length - a.members.length);
  const folding = (count: number): ReadonlySet<string> => new Set(candidates.slice(0, count).map(({ id }) => id));
  const fits = (count: number): boolean => drawnOf(graph, { folded: folding(count), lines }).symbols.length <= MOST_BOXES;
  // The more are folded, the fewer boxes: the least number that fits is found by halving.
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return folding(low);
}
