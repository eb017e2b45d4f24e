import type { Spotlight } from '../../scene/spotlight';

/** All that a spotlight says, as text, so that it can be told whether it has changed. */
export function spotlightKey(spotlight: Spotlight | null): string {
  return JSON.stringify(spotlight === null ? null : [[...spotlight.nodes], [...spotlight.edges], [...(spotlight.labels ?? [])]]);
}

/** The spotlight that a key describes. */
export function spotlightFrom(key: string): Spotlight | null {
  const parts = JSON.parse(key) as readonly [string[], string[], [string, string][]] | null;
  return parts === null ? null : { nodes: new Set(parts[0]), edges: new Set(parts[1]), labels: new Map(parts[2]) };
}
