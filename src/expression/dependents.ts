import { isLeaf, type Graph } from '../engine';

/** The nodes that change with an input: itself and whatever reads one of them. The graph's operations stand in order. */
export function dependentsOf({ nodes }: Graph, input: string): ReadonlySet<string> {
  const found = new Set([input]);
  for (const node of nodes) if (!isLeaf(node) && node.inputs.some((id) => found.has(id))) found.add(node.id);
  return found;
}
