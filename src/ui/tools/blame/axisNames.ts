import { sizeOf, type Recording } from '../../../engine';
import { NETWORK_IDS } from '../../../lessons/network';
import { indexOf } from '../../../scene/recording/recordingIndex';
import type { AxisNames } from '../../../scene/places';

/** What rows or columns of a node stand for, where it is the network's and the data set's features have names. */
export function axisNames(recording: Recording, node: string, features: readonly string[] | undefined): AxisNames | undefined {
  const shape = indexOf(recording).shapes.get(node);
  if (features === undefined || features.length === 0 || shape === undefined || sizeOf(shape) === 0) return undefined;
  if (node === NETWORK_IDS.features && shape[1] === features.length) return { columns: features };
  if (node === NETWORK_IDS.firstWeights && shape[0] === features.length) return { rows: features };
  return undefined;
}
