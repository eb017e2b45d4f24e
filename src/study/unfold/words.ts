import { edgeId, leadingTo, type Graph, type Recording } from '../../engine';
import { formatName, partialName } from '../../scene/format';
import { indexOf } from '../../scene/recording/recordingIndex';
import type { Product } from './product';
import type { Matrix, Place, Unfolding } from './unfold';

/** What a matrix is called: `X`, `W₁ᵀ`, `∂C/∂l₁`. */
export function matrixName({ of, gradient, transposed }: Matrix, { node }: Product, { output }: Graph): string {
  const id = typeof of === 'number' ? (node.inputs[of] ?? '') : node.id;
  return gradient ? partialName(output, id) : `${formatName(id)}${transposed ? 'ᵀ' : ''}`;
}

/** Why a result has no numbers at the moment that is shown; undefined if it has. */
export function absenceOf({ part, result }: Unfolding, { node }: Product, recording: Recording): string | undefined {
  if (result.data !== undefined) return undefined;
  const name = formatName(node.id);
  const { graph } = recording;
  if (part === 'value') return `Not computed yet: the forward pass has not reached ${name}.`;
  if (!leadingTo(graph, graph.output).has(node.id)) return `${formatName(graph.output)} does not depend on ${name}: nothing comes back here.`;
  if (indexOf(recording).flowing.has(edgeId(node.id, part))) return `Not computed yet: the backward pass has not gone from ${name} to ${formatName(node.inputs[part] ?? '')}.`;
  return 'Not computed yet: the backward pass has not come to its end.';
}

/** Where the numbers of a gradient are from if no backward pass has computed them; undefined if one has. */
export function originOf({ part, result }: Unfolding, { node }: Product, recording: Recording): string | undefined {
  if (part === 'value' || result.data === undefined || indexOf(recording).flowing.has(edgeId(node.id, part))) return undefined;
  return `Nothing that ${formatName(node.inputs[part] ?? '')} holds is trained, so that the backward pass leaves this gradient out. It has been computed for this picture alone.`;
}

/** What makes a cell, in words: `row 2 of X times column 3 of W₁, plus b₁`. */
export function makingOf(unfolding: Unfolding, { row, column }: Place, nameOf: (matrix: Matrix) => string): string {
  const { part, left, right, added, result } = unfolding;
  if (part === 2) {
    return result.columns === 1 && left.columns > 1 ? `the sum of all of ${nameOf(left)}` : `the sum of column ${column + 1} of ${nameOf(left)}`;
  }
  const product = `row ${row + 1} of ${nameOf(left)} times column ${column + 1} of ${right === undefined ? '' : nameOf(right)}`;
  return added === undefined ? product : `${product}, plus ${nameOf(added)}`;
}
