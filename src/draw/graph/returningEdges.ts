import { edgeId, isLeaf, type GraphNode } from '../../engine/graph';

/**
 * The ids of the edges that a gradient comes back along: those on a way to the output, except from constants. A matter of
 * the graph's form, known before anything has been computed.
 */
export function returningEdges(nodes: ReadonlyMap<string, GraphNode>, output: string): ReadonlySet<string> {
  const edges = new Set<string>();
  const seen = new Set([output]);
  for (const id of seen) {
    const node = nodes.get(id);
    if (node === undefined || isLeaf(node)) continue;
    node.inputs.forEach((from, port) => {
      const source = nodes.get(from);
      if (source !== undefined && isLeaf(source) && source.role === 'constant') return;
      edges.add(edgeId(id, port));
      // A set goes on to what is added to it meanwhile.
      seen.add(from);
    });
  }
  return edges;
}
