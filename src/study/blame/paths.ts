import type { Edge, Recording } from '../../engine';
import { contributingEdges } from '../../scene/recording/recordingIndex';

/** A way for the gradient from the output to a node: edges, the one at the output first. Empty for the output itself. */
export type GradientPath = readonly Edge[];

/** All ways for the gradient from the output to a node. */
export interface Paths {
  /** How many there are, counted without walking them: in a chain of n forks there are 2ⁿ. */
  readonly count: bigint;
  /** The first of them. */
  readonly paths: readonly GradientPath[];
  /** Every node on any of them, both ends included. */
  readonly nodes: ReadonlySet<string>;
  /** Every edge (`to:port`) on any of them. */
  readonly edges: ReadonlySet<string>;
}

/** So many paths are walked one by one; nobody reads more. */
const MOST_PATHS = 200;

/**
 * The paths that a recording's gradients take from the output to a node, in the order in which the node's readers stand.
 * None for a node that receives no gradient.
 *
 * @param most how many are listed at most
 */
export function pathsTo(recording: Recording, node: string, most: number = MOST_PATHS): Paths {
  const { output } = recording.graph;
  const nodes = new Set([node]);
  const edges = new Set<string>();
  // A set goes on to what is added to it meanwhile.
  for (const id of nodes) {
    if (id === output) continue;
    for (const edge of contributingEdges(recording, id)) {
      edges.add(edge.id);
      nodes.add(edge.to);
    }
  }
  return { count: countPaths(recording, node, nodes), paths: firstPaths(recording, node, most), nodes, edges };
}

/** The number of ways from the output to a node: the sum of the ways to its readers. */
function countPaths(recording: Recording, node: string, above: ReadonlySet<string>): bigint {
  const ways = new Map([[recording.graph.output, 1n]]);
  for (const id of recording.order.toReversed()) {
    if (ways.has(id) || !above.has(id)) continue;
    ways.set(id, contributingEdges(recording, id).reduce((sum, { to }) => sum + (ways.get(to) ?? 0n), 0n));
  }
  return ways.get(node) ?? 0n;
}

function firstPaths(recording: Recording, node: string, most: number): GradientPath[] {
  const paths: GradientPath[] = [];
  const climbed: Edge[] = [];
  const climb = (id: string): void => {
    if (id === recording.graph.output) {
      paths.push(climbed.toReversed());
      return;
    }
    // Whatever an edge with a gradient leads to has one itself: no way up ends anywhere but at the output.
    for (const edge of contributingEdges(recording, id)) {
      if (paths.length >= most) return;
      climbed.push(edge);
      climb(edge.to);
      climbed.pop();
    }
  };
  climb(node);
  return paths;
}
