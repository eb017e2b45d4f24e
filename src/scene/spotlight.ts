/**
 * What is pointed at in a graph: by a tool that has something to say about it, or by a lesson that speaks of it. All the
 * rest steps back, and stays readable.
 */
export interface Spotlight {
  readonly nodes: ReadonlySet<string>;
  /** Edges by their `to:port`. */
  readonly edges: ReadonlySet<string>;
  /** What is written on edges in place of their value and gradient, such as `∂l₂/∂s`, by their `to:port`. At most some nine characters. */
  readonly labels?: ReadonlyMap<string, string>;
}

/** Points at some nodes and edges, with nothing written on them. */
export function spotlightOn(nodes: Iterable<string>, edges: Iterable<string> = []): Spotlight {
  return { nodes: new Set(nodes), edges: new Set(edges) };
}
