import { isLeaf, type Graph } from './graph';

/** The nodes that a node's value depends on, itself included. In linear time, in whatever order the nodes stand. */
export function leadingTo({ nodes }: Pick<Graph, 'nodes'>, id: string): ReadonlySet<string> {
  const inputsOf = new Map(nodes.map((node) => [node.id, isLeaf(node) ? [] : node.inputs]));
  const found = new Set([id]);
  // A set goes on to what is added to it meanwhile.
  for (const reader of found) for (const input of inputsOf.get(reader) ?? []) found.add(input);
  return found;
}

/** The nodes that change with any of some nodes, these included. In linear time, in whatever order the nodes stand. */
export function dependentsOf({ nodes }: Pick<Graph, 'nodes'>, ids: Iterable<string>): ReadonlySet<string> {
  const readersOf = new Map<string, string[]>();
  for (const node of nodes) {
    if (isLeaf(node)) continue;
    for (const input of node.inputs) {
      const readers = readersOf.get(input);
      if (readers === undefined) readersOf.set(input, [node.id]);
      else readers.push(node.id);
    }
  }
  const found = new Set(ids);
  for (const id of found) for (const reader of readersOf.get(id) ?? []) found.add(reader);
  return found;
}
