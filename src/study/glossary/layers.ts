import { findOp, isLeaf, type Operation, type Recording } from '../../engine';
import { indexOf } from '../../scene/recording/recordingIndex';

/** A linear node with the activation function that follows it, if one does. */
export interface Layer {
  readonly linear: string;
  readonly activation: string | undefined;
}

/** The layers of a network in the order in which they are computed: its linear nodes, each with its activation function. */
export function layersOf(recording: Recording): Layer[] {
  const { nodes, readers } = indexOf(recording);
  return operations(recording)
    .filter(({ op }) => op === 'linear')
    .map(({ id }) => {
      const reader = readers.get(id)?.map(({ to }) => nodes.get(to)).find((node) => node !== undefined && !isLeaf(node) && isActivation(node));
      return { linear: id, activation: reader?.id };
    });
}

/** The operations of a graph in the order in which they are computed. */
export function operations(recording: Recording): Operation[] {
  const { nodes } = indexOf(recording);
  return recording.order.flatMap((id) => {
    const node = nodes.get(id);
    return node === undefined || isLeaf(node) ? [] : [node];
  });
}

function isActivation({ op }: Operation): boolean {
  return ACTIVATIONS.includes(findOp(op)?.name ?? '');
}

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'];
