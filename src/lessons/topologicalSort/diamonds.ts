import { edgesOf, isLeaf, topologicalSort, type Graph, type GraphNode } from '../../engine';

/**
 * A chain of diamonds: each splits in two and joins again, and the next begins where it ends. So many nodes in a row are
 * the least that a graph needs for its paths to double again and again.
 *
 * @param depth how many diamonds; 0 leaves the first node alone
 */
export function chainOfDiamonds(depth: number): Graph {
  const nodes: GraphNode[] = [{ id: 'n0', role: 'data', value: 1 }];
  for (let diamond = 1; diamond <= depth; diamond++) {
    const before = `n${diamond - 1}`;
    nodes.push(
      { id: `a${diamond}`, op: 'neg', inputs: [before] },
      { id: `b${diamond}`, op: 'neg', inputs: [before] },
      { id: `n${diamond}`, op: 'add', inputs: [`a${diamond}`, `b${diamond}`] },
    );
  }
  return { nodes, output: `n${depth}` };
}

/** What there is to count in a graph. Exact up to 2^53. */
export interface PathCount {
  readonly nodes: number;
  readonly edges: number;
  /** Ways from a leaf to the output. */
  readonly paths: number;
  /** How often a search handles a node if it appends one every time that an edge leads to it: once for every path that ends there. */
  readonly handled: number;
}

/**
 * Counts the paths of a graph in one walk along its order: as many lead to a node as lead to all of its inputs together.
 *
 * @throws GraphError for a graph that cannot be sorted
 */
export function countPaths(graph: Graph): PathCount {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const leading = new Map<string, number>();
  let handled = 0;
  for (const id of topologicalSort(graph)) {
    const node = nodes.get(id);
    const count = node === undefined || isLeaf(node) ? 1 : node.inputs.reduce((sum, input) => sum + (leading.get(input) ?? 0), 0);
    leading.set(id, count);
    handled += count;
  }
  return { nodes: graph.nodes.length, edges: edgesOf(graph).length, paths: leading.get(graph.output) ?? 0, handled };
}
