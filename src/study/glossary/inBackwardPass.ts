import { isLeaf, type Recording } from '../../engine';
import { formatName, formatNumber } from '../../scene/format';
import { indexOf, receivesGradient } from '../../scene/recording/recordingIndex';
import { formatPathCount } from '../blame/counted';
import { pathsTo } from '../blame/paths';
import { counted } from './counted';
import { names, these, type Found } from './found';

/* What a word speaks of in the backward pass, and in the update that follows it. */

/** The nodes with more than one reader, which gradients come back from. */
export function sharedOf(recording: Recording): Found | undefined {
  const { readers } = indexOf(recording);
  const nodes = recording.order.filter((id) => (readers.get(id)?.length ?? 0) > 1 && receivesGradient(recording, id));
  const found = these(nodes);
  return found && { ...found, edges: nodes.flatMap((id) => readers.get(id)?.map((edge) => edge.id) ?? []) };
}

/** All edges that carry a gradient back. */
export function gradientsOf(recording: Recording): Found | undefined {
  const nodes = recording.order.filter((id) => receivesGradient(recording, id));
  const { flowing } = indexOf(recording);
  if (flowing.size === 0) return undefined;
  const reached = nodes.filter((id) => id !== recording.graph.output).toReversed();
  const carry = flowing.size === 1 ? 'carries' : 'carry';
  return { nodes, edges: [...flowing], here: `Here: ${counted(flowing.size, 'edge')} ${carry} a gradient back, to ${names(reached)}.` };
}

/** The paths back to one node, a parameter if there is one. */
export function pathsHere(recording: Recording): Found | undefined {
  const { nodes } = indexOf(recording);
  const receiving = recording.order.filter((id) => receivesGradient(recording, id) && id !== recording.graph.output);
  const isParameter = (id: string): boolean => {
    const node = nodes.get(id);
    return node !== undefined && isLeaf(node) && node.role === 'parameter';
  };
  const node = receiving.find(isParameter) ?? receiving[0];
  if (node === undefined) return undefined;
  const paths = pathsTo(recording, node, 0);
  const [name, output] = [formatName(node), formatName(recording.graph.output)];
  const many = paths.count === 1n ? 'one path leads' : `${formatPathCount(paths.count)} paths lead`;
  return { nodes: [...paths.nodes], edges: [...paths.edges], here: `Here, for one: ${many} from ${output} back to ${name}.` };
}

/** The parameters that move, with the learning rate. */
export function updatedIn(recording: Recording): Found | undefined {
  const { learningRates } = indexOf(recording);
  const nodes = [...learningRates.keys()];
  const [rate] = learningRates.values();
  return rate === undefined ? undefined : { nodes, here: `Here: ${names(nodes)}, at a learning rate of ${formatNumber(rate)}.` };
}
