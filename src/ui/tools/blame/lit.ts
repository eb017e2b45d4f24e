import type { Recording } from '../../../engine';
import { indexOf } from '../../../scene/recording/recordingIndex';
import type { Spotlight } from '../../../scene/spotlight';
import { edgeLabel } from '../../../study/blame/symbols';

/** A label that is longer would run into its neighbours. */
const MOST_CHARACTERS = 11;

/** Lights nodes and edges, each edge with its local derivative; one whose names are too long is marked as a derivative alone. */
export function litDerivatives(recording: Recording, { nodes, edges }: Spotlight): Spotlight {
  const index = indexOf(recording);
  const labels = Array.from(edges, (id): readonly [string, string] => {
    const edge = index.edges.get(id);
    const label = edge === undefined ? '' : edgeLabel(edge);
    return [id, label.length > MOST_CHARACTERS ? '∂' : label];
  });
  return { nodes, edges, labels: new Map(labels) };
}
