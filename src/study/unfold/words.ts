import { isLeaf, type Graph, type Recording } from '../../engine';
import { receivesGradient } from '../../scene/recording/recordingIndex';
import { formatName } from '../../scene/format';
import type { Product } from './product';
import type { Matrix, Place, Unfolding } from './unfold';

/** What a matrix is called: `X`, `W₁ᵀ`, `∂C/∂l₁`. */
export function matrixName({ of, gradient, transposed }: Matrix, { node }: Product, { output }: Graph): string {
  const id = typeof of === 'number' ? (node.inputs[of] ?? '') : node.id;
  const name = formatName(id);
  return gradient ? `∂${formatName(output)}/∂${name}` : `${name}${transposed ? 'ᵀ' : ''}`;
}

/** Why a result has no numbers at the moment that is shown; undefined if it has. */
export function absenceOf({ part, result }: Unfolding, { node }: Product, recording: Recording): string | undefined {
  if (result.data !== undefined) return undefined;
  const name = formatName(node.id);
  if (part === 'value') return `Not computed yet: the forward pass has not reached ${name}.`;
  const input = node.inputs[part] ?? '';
  const flows = recording.steps.some((step) => step.kind === 'flow' && step.edge.to === node.id && step.edge.port === part);
  if (flows) return `Not computed yet: the backward pass has not gone from ${name} to ${formatName(input)}.`;
  const leaf = recording.graph.nodes.find(({ id }) => id === input);
  if (leaf !== undefined && isLeaf(leaf) && leaf.role !== 'parameter') {
    return `${formatName(input)} is ${leaf.role === 'data' ? 'data' : 'a constant'}: it is not trained, so that no gradient is computed for it.`;
  }
  const why = receivesGradient(recording, node.id) ? `Nothing behind ${formatName(input)} is trained` : `${formatName(recording.graph.output)} does not depend on ${name}`;
  return `${why}: no gradient is computed here.`;
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
