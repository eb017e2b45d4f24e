/**
 * One thing that a reader can be asked of a graph, before it is shown. As plain data, so that a lesson can state it; what
 * the right answer is, and what a wrong one comes from, is worked out from the graph.
 */
export type Ask =
  /** One cell of a node's value. */
  | { readonly what: 'value'; readonly node: string; readonly cell: number }
  /** One cell of ∂output/∂node, once all of it has arrived. */
  | { readonly what: 'gradient'; readonly node: string; readonly cell: number }
  /** One cell of what travels back along an edge (`to:port`): local derivative × upstream. */
  | { readonly what: 'flow'; readonly edge: string; readonly cell: number }
  /** The shape of a node's value, which is that of its gradient too. */
  | { readonly what: 'shape'; readonly node: string }
  /** Which node is computed next in the forward pass (or, while sorting, is taken out of the queue next), after `after` steps of the recording. */
  | { readonly what: 'next'; readonly after: number };
