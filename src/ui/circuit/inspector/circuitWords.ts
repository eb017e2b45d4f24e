import { isLeaf, leadingTo, type Edge, type Graph, type GraphNode, type Recording } from '../../../engine';
import type { Expression } from '../../../expression/expression';
import { constantsOf, type Constants } from '../../../scene/circuit/constants';
import { drawnOf } from '../../../scene/circuit/drawn';
import { constantText, symbolText } from '../../../scene/circuit/symbolText';
import { formatName } from '../../../scene/format';
import { contributingEdges, indexOf, receivesGradient } from '../../../scene/recording/recordingIndex';

/** What is looked up of a graph for every name that is written. */
interface Looks {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly constants: Constants;
}

const looks = new WeakMap<Graph, Looks>();

/**
 * What a node is called by its looks in the graph: an input and a named line by their names, a constant by its number,
 * every other operation by its sign with the constant that is folded into it.
 */
export function looksOf({ graph, lines }: Expression, id: string): string {
  const known = looks.get(graph) ?? { nodes: new Map(graph.nodes.map((node) => [node.id, node])), constants: constantsOf(graph, new Map()) };
  looks.set(graph, known);
  const node = known.nodes.get(id);
  if (node === undefined) return formatName(id);
  if (isLeaf(node)) return node.role === 'constant' ? constantText(node) : formatName(id);
  if (lines.some((line) => line.id === id)) return formatName(id);
  return symbolText(node, known.constants.foldedInto.get(id));
}

/** The stretch of the text that a node was read from, with its line breaks; undefined if it has none. */
export function textOf({ text, spans }: Expression, id: string): string | undefined {
  const span = spans.get(id);
  return span && text.slice(span.start, span.end);
}

/** What a leaf of an expression is, in a line. */
export function leafDoc(graph: Graph, id: string): string {
  const node = graph.nodes.find((one) => one.id === id);
  if (node === undefined || !isLeaf(node)) return '';
  switch (node.role) {
    case 'constant':
      return 'A constant: it is part of the expression and never changes, so that it needs no gradient.';
    case 'parameter':
      return 'A trainable input: its slider sets it, and gradient descent moves it.';
    case 'data':
      return 'An input: its slider sets it, and gradient descent leaves it alone.';
  }
}

/** Why a node shows no value at this moment. */
export function valueAbsence(recording: Recording, id: string): string {
  const node = indexOf(recording).nodes.get(id);
  const name = formatName(id);
  return node === undefined || isLeaf(node) ? `${name} has not been fed yet.` : `The forward pass has not reached ${name} yet.`;
}

/** Why a node shows no gradient at this moment, or why it never has one. */
export function gradientAbsence(recording: Recording, id: string): string {
  const name = formatName(id);
  if (receivesGradient(recording, id)) return `The backward pass has not reached ${name} yet.`;
  const { graph } = recording;
  const node = indexOf(recording).nodes.get(id);
  if (node !== undefined && isLeaf(node) && node.role === 'constant') return 'No gradient is computed for a constant.';
  const output = formatName(graph.output);
  if (!leadingTo(graph, graph.output).has(id)) return `${output} does not depend on ${name}: no gradient arrives.`;
  return `No input lies behind ${name}: it needs no gradient.`;
}

/** Why no gradient travels along an edge at this moment, or why none ever does. */
export function flowAbsence(recording: Recording, { id, from, to }: Edge): string {
  const [tail, head] = [formatName(from), formatName(to)];
  if (indexOf(recording).flowing.has(id)) return `The backward pass has not come from ${head} to ${tail} yet.`;
  const { graph } = recording;
  if (contributingEdges(recording, from).length === 0 && leadingTo(graph, graph.output).has(to)) return gradientAbsence(recording, from);
  return `${formatName(graph.output)} does not depend on ${head}: nothing travels back.`;
}

/**
 * The other edges that a wire stands for together with this one, in the order of the graph. None where the edge has no
 * wire, as those of constants and of inputs inside a folded line.
 */
export function bundledWith({ lines }: Expression, folded: ReadonlySet<string>, { graph, edges }: Recording, edge: Edge): readonly Edge[] {
  const wire = drawnOf(graph, { lines, folded }).links.find(({ bundle }) => bundle.includes(edge.id));
  return edges.filter(({ id }) => id !== edge.id && wire?.bundle.includes(id) === true);
}
