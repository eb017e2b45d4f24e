import { edgeId, isLeaf, type GraphNode } from '../../engine/graph';
import { dependentsOf, leadingTo } from '../../engine/reach';

/**
 * The ids of the edges that a gradient comes back along: those on a way from an input to the output. A matter of the
 * graph's form, known before anything has been computed.
 */
export function returningEdges(nodes: ReadonlyMap<string, GraphNode>, output: string): ReadonlySet<string> {
  const graph = { nodes: [...nodes.values()] };
  const leading = leadingTo(graph, output);
  const moving = graph.nodes.filter((node) => isLeaf(node) && node.role !== 'constant');
  const dependents = dependentsOf(graph, moving.map(({ id }) => id));
  return new Set(
    graph.nodes.flatMap((node) => {
      if (isLeaf(node) || !leading.has(node.id)) return [];
      return node.inputs.flatMap((from, port) => (dependents.has(from) ? [edgeId(node.id, port)] : []));
    }),
  );
}
