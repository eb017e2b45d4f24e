import { isLeaf, type Graph, type Leaf } from '../../engine/graph';
import type { FoldedConstant } from './symbolText';

/** Where the constants of a graph are shown. */
export interface Constants {
  /** For an operation with a constant inside its symbol, which one. */
  readonly foldedInto: ReadonlyMap<string, FoldedConstant>;
  /** For a constant without a box, the first operation that shows it. */
  readonly shownBy: ReadonlyMap<string, string>;
  readonly isConstant: (id: string) => boolean;
}

/**
 * A constant is folded into an operation of two ports that reads something else at its other one; and into the box of a
 * folded line, which shows nothing of what it reads.
 */
export function constantsOf(graph: Graph, clusters: ReadonlyMap<string, string>): Constants {
  const leaves = new Map<string, Leaf>();
  for (const node of graph.nodes) if (isLeaf(node) && node.role === 'constant') leaves.set(node.id, node);
  const foldedInto = new Map<string, FoldedConstant>();
  const boxed = new Set<string>();
  const shownBy = new Map<string, string>();
  for (const node of graph.nodes) {
    if (isLeaf(node)) continue;
    const ports = node.inputs.flatMap((id, port) => (leaves.has(id) ? [port] : []));
    const inside = clusters.has(node.id);
    const folds = node.inputs.length === 2 && ports.length === 1;
    for (const port of ports) {
      const leaf = leaves.get(node.inputs[port] ?? '');
      if (leaf === undefined) continue;
      if (!inside && !folds) {
        boxed.add(leaf.id);
        continue;
      }
      if (!inside) foldedInto.set(node.id, { leaf, port });
      if (!shownBy.has(leaf.id)) shownBy.set(leaf.id, node.id);
    }
  }
  for (const id of leaves.keys()) {
    // What cannot be shown by all of its readers has a box of its own.
    if (id === graph.output || boxed.has(id)) shownBy.delete(id);
  }
  return { foldedInto, shownBy, isConstant: (id) => leaves.has(id) };
}
