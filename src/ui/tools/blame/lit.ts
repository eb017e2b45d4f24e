import type { Recording } from '../../../engine';
import { indexOf } from '../../../scene/recording/recordingIndex';
import type { Spotlight } from '../../../scene/spotlight';
import { edgeLabel } from '../../../study/blame/symbols';

/** A label that is longer would run into its neighbours. */
const MOST_CHARACTERS = 11;

/** All that a spotlight on some nodes and edges says, as text, so that it can be told whether it has changed. */
export function spotlightKey(recording: Recording, { nodes, edges }: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> }): string {
  const index = indexOf(recording);
  const labels = Array.from(edges, (id): readonly [string, string] => {
    const edge = index.edges.get(id);
    const label = edge === undefined ? '' : edgeLabel(edge);
    return [id, label.length > MOST_CHARACTERS ? '∂' : label];
  });
  return JSON.stringify([[...nodes], labels]);
}

/** The spotlight that a key describes: lit edges carry their local derivatives. */
export function spotlightFrom(key: string): Spotlight {
  const [nodes, labels] = JSON.parse(key) as readonly [readonly string[], readonly (readonly [string, string])[]];
  return { nodes: new Set(nodes), edges: new Set(labels.map(([id]) => id)), labels: new Map(labels) };
}
