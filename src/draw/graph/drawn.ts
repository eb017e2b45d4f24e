import type { Active } from '../../scene/active';
import type { Layout } from '../../scene/layout';
import type { Selection } from '../../scene/selection';

/** What of a graph is drawn where: the box of every node, and the wire of every edge that has one. */
export interface Drawn {
  /** The id of the box that a node is drawn as, or in. */
  boxOf(node: string): string;
  /** The id of the wire that stands for an edge, or else the box that the edge is inside of. */
  placeOf(edge: string): Selection;
}

const drawings = new WeakMap<Layout, Drawn>();

/** Looks up a layout's boxes and wires; prepared once for each layout. */
export function drawnBy(layout: Layout): Drawn {
  const known = drawings.get(layout);
  if (known !== undefined) return known;
  const wires = new Map<string, string>();
  for (const { id, bundle } of layout.edges) for (const edge of bundle) wires.set(edge, id);
  const boxOf = (node: string): string => layout.drawnIn.get(node) ?? node;
  const drawn: Drawn = {
    boxOf,
    placeOf(edge) {
      const wire = wires.get(edge);
      if (wire !== undefined) return { kind: 'edge', id: wire };
      // An edge's name is its reader's, a colon, and the port.
      return { kind: 'node', id: boxOf(edge.slice(0, edge.lastIndexOf(':'))) };
    },
  };
  drawings.set(layout, drawn);
  return drawn;
}

/** The box or wire that shows a selection: a folded line stands for all that is inside of it. */
export function drawnSelection(layout: Layout, { kind, id }: Selection): Selection {
  const drawn = drawnBy(layout);
  return kind === 'node' ? { kind, id: drawn.boxOf(id) } : drawn.placeOf(id);
}

/** The boxes that nodes are drawn as, or in. */
export function litBoxes(layout: Layout, nodes: ReadonlySet<string>): ReadonlySet<string> {
  const drawn = drawnBy(layout);
  return new Set(Array.from(nodes, (node) => drawn.boxOf(node)));
}

/** What a step is about, as it is drawn: what moves inside of a box makes the box work. */
export function drawnActive(layout: Layout, { node, edge, direction }: Active): Active {
  const drawn = drawnBy(layout);
  const box = node === undefined ? undefined : drawn.boxOf(node);
  if (edge === undefined) return { node: box, edge, direction };
  const place = drawn.placeOf(edge);
  return place.kind === 'edge' ? { node: box, edge: place.id, direction } : { node: box ?? place.id, edge: undefined, direction };
}
