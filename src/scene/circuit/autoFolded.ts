import { isLeaf, type Graph } from '../../engine/graph';
import type { NamedLine } from './clusters';
import { MOST_BOXES } from './drawn';

/**
 * Which named lines to fold at first: none of a graph that can be taken in at once, else the largest, as many as it
 * takes, and never the one that is the output, which the gradients start at. Of lines of the same size, the earlier comes
 * first. Takes little more than linear time: it is asked for again with every change of what is folded.
 */
export function autoFolded(graph: Graph, lines: readonly NamedLine[]): ReadonlySet<string> {
  const candidates = lines.filter(({ id }) => id !== graph.output).sort((a, b) => b.members.length - a.members.length);
  // So many nodes have to do without a box; the last of them decides.
  const needed = boxlessFrom(graph, candidates).sort()[graph.nodes.length - MOST_BOXES - 1] ?? 0;
  return new Set(candidates.slice(0, needed).map(({ id }) => id));
}

/**
 * For every node, how many of the lines have to be folded, the first ones first, until it has no box of its own (see
 * `drawnOf`): a member when its line is; a constant when all that read it are folded or show it themselves; another leaf
 * when the one line that reads it is. Infinite for what always has one.
 */
function boxlessFrom({ nodes, output }: Graph, lines: readonly NamedLine[]): Float64Array {
  const foldedFrom = new Map<string, number>();
  lines.forEach(({ members }, index) => {
    for (const member of members) foldedFrom.set(member, index + 1);
  });
  const constants = new Set(nodes.flatMap((node) => (isLeaf(node) && node.role === 'constant' ? [node.id] : [])));
  const leafFrom = new Map<string, number>();
  for (const node of nodes) {
    if (isLeaf(node)) continue;
    const from = foldedFrom.get(node.id) ?? Infinity;
    const showsConstant = node.inputs.length === 2 && node.inputs.filter((id) => constants.has(id)).length === 1;
    for (const id of node.inputs) {
      const before = leafFrom.get(id);
      if (constants.has(id)) leafFrom.set(id, Math.max(before ?? 0, showsConstant ? 0 : from));
      else leafFrom.set(id, before === undefined || before === from ? from : Infinity);
    }
  }
  const named = new Set(lines.map(({ id }) => id));
  return Float64Array.from(nodes, (node) => {
    if (node.id === output || named.has(node.id)) return Infinity;
    return (isLeaf(node) ? leafFrom : foldedFrom).get(node.id) ?? Infinity;
  });
}
