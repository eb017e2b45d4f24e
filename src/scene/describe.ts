import { isLeaf, type Edge, type GraphNode } from '../engine/graph';
import type { Shape } from '../engine/shape';
import { spokenFigure, spokenKnownFigure } from './figure';
import type { EdgeState, NodeState } from './state';

/** A node in words, for those who hear the graph: `l1, Linear, 11 by 10, gradient norm 0.21`. */
export function describeNode(node: GraphNode, kind: string, shape: Shape | undefined, state: NodeState): string {
  const parts = [node.id, kind];
  if (shape !== undefined) parts.push(spokenShape(shape));
  if (state.value !== undefined) parts.push(spokenFigure('value', state.value));
  if (state.gradient !== undefined) parts.push(spokenFigure('gradient', state.gradient));
  return parts.join(', ');
}

/** A node of a circuit in words: `w0, input, value 2, gradient −0.197`; its numbers may be unknown, and have no shape worth saying. */
export function describeSymbol(node: GraphNode, kind: string, { value, gradient }: NodeState, allDigits: boolean): string {
  const parts = [node.id, kind];
  if (value !== undefined) parts.push(spokenKnownFigure('value', value, allDigits));
  if (gradient !== undefined) parts.push(spokenKnownFigure('gradient', gradient, allDigits));
  return parts.join(', ');
}

/** An edge in words: `edge from s to l2, input 1, value norm 5.1, gradient norm 1.28`. */
export function describeEdge(edge: Edge, state: EdgeState): string {
  const parts = [`edge from ${edge.from} to ${edge.to}`, `input ${edge.port + 1}`];
  if (state.value !== undefined) parts.push(spokenFigure('value', state.value));
  if (state.flow !== undefined) parts.push(spokenFigure('gradient', state.flow));
  return parts.join(', ');
}

/** A wire of a circuit in words: `edge from w0 to v1, input 1, value 2`, or `…, read 2 times, …` if it stands for `readings` edges. */
export function describeWire(edge: Edge, readings: number, { value, flow }: EdgeState, allDigits: boolean): string {
  const parts = [`edge from ${edge.from} to ${edge.to}`, readings > 1 ? `read ${readings} times` : `input ${edge.port + 1}`];
  if (value !== undefined) parts.push(spokenKnownFigure('value', value, allDigits));
  if (flow !== undefined) parts.push(spokenKnownFigure('gradient', flow, allDigits));
  return parts.join(', ');
}

/** What a node is called under its box: a leaf by its role, an operation by its op's title. */
export function kindOf(node: GraphNode, titles: ReadonlyMap<string, string>): string {
  return isLeaf(node) ? node.role : (titles.get(node.op) ?? node.op);
}

/** What a node of a circuit is called. A leaf that waits for a number is an input, whether or not it is trained. */
export function symbolKindOf(node: GraphNode, titles: ReadonlyMap<string, string>): string {
  if (!isLeaf(node)) return titles.get(node.op) ?? node.op;
  if (node.role === 'constant') return 'constant';
  return node.role === 'parameter' ? 'trainable input' : 'input';
}

function spokenShape(shape: Shape): string {
  return shape.length === 0 ? 'scalar' : shape.join(' by ');
}
