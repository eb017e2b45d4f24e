import { isLeaf, topologicalSort, type Graph } from '../../engine';

/** For every node that leads to the output: how many operations are on the longest way from it to there; 0 for the output itself. */
export function depthsOf(graph: Graph): ReadonlyMap<string, number> {
  const depths = new Map([[graph.output, 0]]);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  for (const id of topologicalSort(graph).toReversed()) {
    const node = nodes.get(id);
    const depth = depths.get(id);
    if (node === undefined || depth === undefined || isLeaf(node)) continue;
    for (const input of node.inputs) depths.set(input, Math.max(depths.get(input) ?? 0, depth + 1));
  }
  return depths;
}
