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

/** All that a spotlight says, as text, so that it can be told whether it has changed. */
export function spotlightKey(spotlight: Spotlight | null): string {
  return JSON.stringify(spotlight === null ? null : [[...spotlight.nodes], [...spotlight.edges], [...(spotlight.labels ?? [])]]);
}

/** The spotlight that a key describes. */
export function spotlightFrom(key: string): Spotlight | null {
  const parts = JSON.parse(key) as readonly [string[], string[], [string, string][]] | null;
  return parts === null ? null : { nodes: new Set(parts[0]), edges: new Set(parts[1]), labels: new Map(parts[2]) };
}
