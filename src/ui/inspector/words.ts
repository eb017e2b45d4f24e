import { isLeaf, type GraphNode, type Recording, type Role, type Shape } from '../../engine';
import { formatCount, formatName } from '../../scene/format';
import type { Summary } from '../../scene/summary';
import { placePhrase, type AxisNames } from '../../scene/places';
import { receivesGradient } from '../../scene/recording/recordingIndex';

/** What a leaf is, in a line. */
export const LEAF_DOC: Record<Role, string> = {
  data: 'Data: fed with each batch.',
  parameter: 'Parameter: moved by SGD.',
  constant: 'Constant: it never changes.',
};

/** Why a node shows no value at this moment. */
export function valueAbsence(node: GraphNode): string {
  const name = formatName(node.id);
  return isLeaf(node) ? `${name} has not been fed yet.` : `The forward pass has not reached ${name} yet.`;
}

/** Why a node shows no gradient at this moment. */
export function gradientAbsence(recording: Recording, node: GraphNode): string {
  const name = formatName(node.id);
  if (receivesGradient(recording, node.id)) return `The backward pass has not reached ${name} yet.`;
  if (!isLeaf(node)) return `No parameter lies behind ${name} on a way to ${formatName(recording.graph.output)}: it needs no gradient.`;
  if (node.role === 'parameter') return `${formatName(recording.graph.output)} does not depend on ${name}: there is no gradient.`;
  return `${name} is ${node.role === 'data' ? 'data' : 'a constant'}: no gradient is computed for it.`;
}

/** What is not finite in a tensor, and where the first such cell is; undefined if all is well. */
export function nonFiniteSentence({ count, nanCount, infiniteCount, firstNonFinite }: Summary, shape: Shape, names?: AxisNames): string | undefined {
  const lost = nanCount + infiniteCount;
  if (lost === 0) return undefined;
  if (count === 1) return nanCount > 0 ? 'This is NaN: not a number.' : 'This is infinite.';
  const cells = (n: number): string => (n === 1 ? '1 cell is' : `${formatCount(n)} cells are`);
  const kinds =
    nanCount > 0 && infiniteCount > 0
      ? `${cells(nanCount)} NaN and ${formatCount(infiniteCount)} infinite`
      : `${cells(lost)} ${nanCount > 0 ? 'NaN' : 'infinite'}`;
  const where = placePhrase(shape, firstNonFinite, names);
  return `${kinds}, ${lost === 1 ? where : `the first ${where}`}.`;
}
