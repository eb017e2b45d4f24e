import { isLeaf, type Edge, type GraphNode } from '../engine/graph';
import type { Shape } from '../engine/shape';
import { spokenFigure } from './figure';
import type { EdgeState, NodeState } from './state';

/** A node in words, for those who hear the graph: `l1, Linear, 11 by 10, gradient norm 0.21`. */
export function describeNode(node: GraphNode, kind: string, shape: Shape | undefined, state: NodeState): string {
  const parts = [node.id, kind];
  if (shape !== undefined) parts.push(spokenShape(shape));
  if (state.value !== undefined) parts.push(spokenFigure('value', state.value));
  if (state.gradient !== undefined) parts.push(spokenFigure('gradient', state.gradient));
  return parts.join(', ');
}

/** An edge in words: `edge from s to l2, input 1, value norm 5.1, gradient norm 1.28`. */
export function describeEdge(edge: Edge, state: EdgeState): string {
  const parts = [`edge from ${edge.from} to ${edge.to}`, `input ${edge.port + 1}`];
  if (state.value !== undefined) parts.push(spokenFigure('value', state.value));
  if (state.flow !== undefined) parts.push(spokenFigure('gradient', state.flow));
  return parts.join(', ');
}

/** What a node is called under its box: a leaf by its role, an operation by its op's title. */
export function kindOf(node: GraphNode, titles: ReadonlyMap<string, string>): string {
  return isLeaf(node) ? node.role : (titles.get(node.op) ?? node.op);
}

function spokenShape(shape: Shape): string {
  return shape.length === 0 ? 'scalar' : shape.join(' by ');
}
