import { findOp, isLeaf, type Graph, type GraphNode } from '../../../engine';
import { formatName } from '../../../scene/format';
import type { Selection } from '../../../scene/selection';

/** The node that is moved: the selected one, for an edge the one whose value it carries; undefined where nothing of this graph is selected. */
export function selectedNode({ nodes }: Graph, selection: Selection | null): string | undefined {
  if (selection === null) return undefined;
  if (selection.kind === 'node') return nodes.find(({ id }) => id === selection.id)?.id;
  const cut = selection.id.lastIndexOf(':');
  const reader = nodes.find(({ id }) => id === selection.id.slice(0, cut));
  return reader === undefined || isLeaf(reader) ? undefined : reader.inputs[Number(selection.id.slice(cut + 1))];
}

/** What can be moved, the likeliest first: parameters, data, operations, constants; each with what it is. */
export function candidates({ nodes }: Graph): (readonly [id: string, text: string])[] {
  return nodes
    .map((node) => ({ node, rank: rankOf(node) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ node }) => [node.id, `${formatName(node.id)} · ${isLeaf(node) ? node.role : (findOp(node.op)?.title ?? node.op)}`]);
}

function rankOf(node: GraphNode): number {
  if (!isLeaf(node)) return 2;
  return node.role === 'parameter' ? 0 : node.role === 'data' ? 1 : 3;
}
