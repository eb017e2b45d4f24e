import { isLeaf, leadingTo, type Edge, type Recording, type Shape } from '../../../engine';
import { formatName } from '../../../scene/format';
import { indexOf, portNameOf } from '../../../scene/recording/recordingIndex';
import { cellAt } from '../../../scene/places';
import { formatPathCount } from '../../../study/blame/counted';
import type { GradientPath } from '../../../study/blame/paths';
import { isTwin } from '../../../study/blame/symbols';

/** Nodes of a longer path are left out in its middle. */
const MOST_NODES = 8;

/** The nodes of a path from the cost on, with the port where one node reads the other twice: `C ← l₂ ← s`. */
export function pathName(recording: Recording, path: GradientPath): string {
  const steps = path.map((edge: Edge) => formatName(edge.from) + (isTwin(recording, edge) ? ` (port ${portNameOf(recording, edge)})` : ''));
  const names = [formatName(recording.graph.output), ...steps];
  const shown = names.length > MOST_NODES ? [...names.slice(0, MOST_NODES / 2), '…', ...names.slice(-MOST_NODES / 2)] : names;
  return shown.join(' ← ');
}

/** How many paths there are, as a sentence that begins with the node. */
export function countSentence(recording: Recording, node: string, count: bigint): string {
  const [name, output] = [formatName(node), formatName(recording.graph.output)];
  if (node === recording.graph.output) return `${name} is where the gradients begin: its gradient with respect to itself is 1.`;
  if (count === 1n) return `One path leads from ${output} back to ${name}.`;
  const many = formatPathCount(count);
  return `${many.slice(0, 1).toUpperCase()}${many.slice(1)} paths lead from ${output} back to ${name}. Each is a product; the gradient is their sum.`;
}

/** Why nothing can be blamed on a node. */
export function blamelessSentence(recording: Recording, id: string): string {
  const [name, output] = [formatName(id), formatName(recording.graph.output)];
  const node = indexOf(recording).nodes.get(id);
  if (node !== undefined && isLeaf(node) && node.role === 'constant') return `${name} is a constant. It never changes, so that no gradient is computed for it.`;
  if (!leadingTo(recording.graph, recording.graph.output).has(id)) return `No path leads from ${output} back to ${name}: ${output} does not depend on it, and it receives no gradient.`;
  if (node !== undefined && isLeaf(node)) return `${name} is data. It is not trained, so that no gradient is computed for it here.`;
  return `Behind ${name} stands nothing that is trained. It needs no gradient, and none is computed.`;
}

/** A cell with its node, counted from 1: `s[2, 3]`, `b₁[4]`; the name alone where there is but one cell. */
export function cellOf(name: string, shape: Shape, cell: number): string {
  if (shape.every((length) => length === 1)) return formatName(name);
  const { row, column } = cellAt(shape, cell);
  return `${formatName(name)}[${shape.length === 1 ? column + 1 : `${row + 1}, ${column + 1}`}]`;
}
