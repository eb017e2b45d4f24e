import { formatName } from '../../scene/format';
import { listed } from '../../scene/listed';

/** What a part of a graph is found to be: where it is, and a sentence about it. */
export interface Found {
  readonly nodes?: readonly string[];
  readonly edges?: readonly string[];
  /** What is written on edges, by their `to:port`. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly here: string;
}

/** So many parts of a graph are named in a sentence; of more, the rest is counted. */
export const MOST_LISTED = 9;

/** Nodes in a sentence: `W₁, b₁ and W₂`. */
export function names(ids: readonly string[]): string {
  return listed(ids.map(formatName), { most: MOST_LISTED });
}

/** Nodes with the sentence that names them; undefined for none. */
export function these(nodes: readonly string[]): Found | undefined {
  return nodes.length === 0 ? undefined : { nodes, here: `Here: ${names(nodes)}.` };
}
