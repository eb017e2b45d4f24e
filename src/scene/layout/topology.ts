import { edgesOf, isLeaf, type Edge, type Graph, type GraphNode } from '../../engine/graph';

/** A node with the edges at it and its depth: the length of the longest path that leads to it from a leaf. */
export interface Place {
  readonly node: GraphNode;
  readonly index: number;
  readonly reads: readonly Edge[];
  readonly readBy: readonly Edge[];
  readonly depth: number;
}

/** A graph by ids, with its ids in an order in which every node comes after all that it reads. */
export interface Topology {
  readonly graph: Graph;
  readonly edges: readonly Edge[];
  readonly places: ReadonlyMap<string, Place>;
  readonly order: readonly string[];
}

/** Reads a graph's topology. Nodes on a cycle, which the engine refuses, would be left out of the order. */
export function topologyOf(graph: Graph): Topology {
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const edges = edgesOf(graph).filter(({ from }) => ids.has(from));
  const reads = grouped(edges, ({ to }) => to);
  const readBy = grouped(edges, ({ from }) => from);
  const missing = new Map(graph.nodes.map(({ id }) => [id, reads.get(id)?.length ?? 0]));
  const depth = new Map(graph.nodes.map(({ id }) => [id, 0]));
  const order = graph.nodes.filter(({ id }) => missing.get(id) === 0).map(({ id }) => id);
  for (const id of order) {
    for (const { to } of readBy.get(id) ?? []) {
      depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(id) ?? 0) + 1));
      const left = (missing.get(to) ?? 0) - 1;
      missing.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  const places = new Map(
    graph.nodes.map((node, index): [string, Place] => [
      node.id,
      { node, index, reads: reads.get(node.id) ?? [], readBy: readBy.get(node.id) ?? [], depth: depth.get(node.id) ?? 0 },
    ]),
  );
  return { graph, edges, places, order };
}

function grouped(edges: readonly Edge[], keyOf: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(keyOf(edge));
    if (group === undefined) groups.set(keyOf(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}

/**
 * The line that is drawn straight: the longest path from a leaf to the output. Among equally long ones
 * a path that starts at data is preferred, then the one through the earlier port.
 */
export function mainLineOf({ graph, places, order }: Topology): string[] {
  const startsAtData = new Map<string, boolean>();
  const previous = new Map<string, string>();
  for (const id of order) {
    const place = places.get(id);
    if (place === undefined) continue;
    startsAtData.set(id, isLeaf(place.node) && place.node.role === 'data');
    let best = -1;
    for (const { from } of place.reads) {
      const score = (places.get(from)?.depth ?? 0) * 2 + (startsAtData.get(from) === true ? 1 : 0);
      if (score <= best) continue;
      best = score;
      previous.set(id, from);
      startsAtData.set(id, startsAtData.get(from) === true);
    }
  }
  const line = [graph.output];
  for (let id = previous.get(graph.output); id !== undefined; id = previous.get(id)) line.unshift(id);
  return line;
}
