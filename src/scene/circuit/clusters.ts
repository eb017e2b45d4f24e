import { isLeaf, type Graph } from '../../engine/graph';

/** A line with a name: the node that carries it, and the operations that it computes. */
export interface NamedLine {
  readonly id: string;
  readonly members: readonly string[];
}

/**
 * Which operations are drawn in the box of a folded line: from the id of each to the line's. A line that would wait for
 * its own result once it is one box (it computes both something that another box needs and something that needs that
 * box) stays unfolded; of two lines with a common member the first has it.
 */
export function clustersOf(graph: Graph, lines: readonly NamedLine[], folded: ReadonlySet<string>): Map<string, string> {
  const operations = new Set(graph.nodes.flatMap((node) => (isLeaf(node) ? [] : [node.id])));
  const chosen = lines.filter(({ id }) => folded.has(id) && operations.has(id));
  const clusters = new Map<string, string>();
  const join = ({ id, members }: NamedLine): string[] => {
    const joined = [...new Set([id, ...members])].filter((member) => operations.has(member) && !clusters.has(member));
    // Without the node that carries its name, which a line before it has taken, it is no box.
    if (!joined.includes(id)) return [];
    for (const member of joined) clusters.set(member, id);
    return joined;
  };
  for (const line of chosen) join(line);
  if (isAcyclic(graph, clusters)) return clusters;
  clusters.clear();
  for (const line of chosen) {
    const joined = join(line);
    if (!isAcyclic(graph, clusters)) for (const member of joined) clusters.delete(member);
  }
  return clusters;
}

/** The same clusters with the inputs that nothing but one of them reads. */
export function withInputs(graph: Graph, clusters: ReadonlyMap<string, string>): Map<string, string> {
  const homes = new Map<string, string | undefined>();
  for (const node of graph.nodes) {
    if (isLeaf(node)) continue;
    const home = clusters.get(node.id);
    for (const id of node.inputs) homes.set(id, homes.has(id) && homes.get(id) !== home ? undefined : home);
  }
  const all = new Map(clusters);
  for (const node of graph.nodes) {
    const home = homes.get(node.id);
    if (isLeaf(node) && node.role !== 'constant' && node.id !== graph.output && home !== undefined) all.set(node.id, home);
  }
  return all;
}

/** Whether the boxes can be put in an order, each after all that it reads (Kahn's algorithm on the boxes). */
function isAcyclic(graph: Graph, clusters: ReadonlyMap<string, string>): boolean {
  const boxOf = (id: string): string => clusters.get(id) ?? id;
  const waiting = new Map<string, number>();
  const readers = new Map<string, string[]>();
  for (const node of graph.nodes) {
    const to = boxOf(node.id);
    if (!waiting.has(to)) waiting.set(to, 0);
    if (isLeaf(node)) continue;
    for (const input of node.inputs) {
      const from = boxOf(input);
      if (from === to) continue;
      waiting.set(to, (waiting.get(to) ?? 0) + 1);
      const known = readers.get(from);
      if (known === undefined) readers.set(from, [to]);
      else known.push(to);
    }
  }
  const ready = [...waiting].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (const id of ready) {
    for (const reader of readers.get(id) ?? []) {
      const left = (waiting.get(reader) ?? 0) - 1;
      waiting.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  return ready.length === waiting.size;
}
