/** What the reader has chosen in the graph: a node, or an edge by its `to:port`. */
export interface Selection {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

/** A cell that the reader has chosen, of a node's value and gradient. */
export interface ChosenCell {
  readonly node: string;
  /** The cell's offset. */
  readonly cell: number;
}

/** Whether two selections are of the same thing, or both of nothing. */
export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}
