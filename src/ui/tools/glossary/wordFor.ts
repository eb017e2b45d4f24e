import { isLeaf, type Recording } from '../../../engine';
import { indexOf } from '../../../scene/recording/recordingIndex';
import type { Selection } from '../../../scene/selection';

const OF_OPS: ReadonlyMap<string, string> = new Map([
  ['linear', 'linear transformation'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'activation function'],
  ['relu', 'activation function'],
  ['mse', 'mean squared error'],
]);
const OF_ROLES = { parameter: 'parameter', data: 'placeholder', constant: 'constant' } as const;
const LOSSES: readonly string[] = ['mse', 'softmaxCrossEntropy'];

/** The word that fits what is selected, by its id; without a selection, the one that everything here is about. */
export function wordFor(recording: Recording | undefined, selection: Selection | null): string {
  if (recording === undefined || selection === null) return 'gradient';
  const { nodes, edges } = indexOf(recording);
  if (selection.kind === 'edge') return edges.has(selection.id) ? 'edge' : 'gradient';
  const node = nodes.get(selection.id);
  if (node === undefined) return 'gradient';
  if (isLeaf(node)) return OF_ROLES[node.role];
  // An output that nothing is compared for is no cost.
  const compares = recording.graph.nodes.some((one) => !isLeaf(one) && LOSSES.includes(one.op));
  if (node.id === recording.graph.output && compares) return 'cost';
  return OF_OPS.get(node.op) ?? 'operation';
}
