import type { Layout } from './layout';
import type { Selection } from './selection';

/** The four directions in which the keyboard moves through a graph. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads: left and right along the wires, from a node to an edge to the next node; up and down
 * from an edge to the other edges at its ends, and from a node to the nearest one above or below.
 *
 * @returns null if nothing lies in that direction.
 */
export function neighbourOf(layout: Layout, at: Selection, direction: Direction): Selection | null {
  return at.kind === 'node' ? fromNode(layout, at.id, direction) : fromEdge(layout, at.id, direction);
}

function fromNode({ nodes, edges }: Layout, id: string, direction: Direction): Selection | null {
  const here = nodes.find((node) => node.id === id);
  if (here === undefined) return null;
  if (direction === 'left' || direction === 'right') {
    const there = direction === 'left' ? edges.filter(({ to }) => to === id) : edges.filter(({ from }) => from === id);
    // The straightest wire first: that is the main line.
    const [straightest] = there.toSorted((a, b) => rise(a) - rise(b));
    return straightest === undefined ? null : { kind: 'edge', id: straightest.id };
  }
  const sign = direction === 'down' ? 1 : -1;
  const [nearest] = nodes
    .filter((node) => (node.y - here.y) * sign > 1)
    .toSorted((a, b) => Math.hypot((a.x - here.x) * 2, a.y - here.y) - Math.hypot((b.x - here.x) * 2, b.y - here.y));
  return nearest === undefined ? null : { kind: 'node', id: nearest.id };
}

function rise({ start, end }: Layout['edges'][number]): number {
  return Math.abs(end.y - start.y);
}

function fromEdge({ edges }: Layout, id: string, direction: Direction): Selection | null {
  const here = edges.find((edge) => edge.id === id);
  if (here === undefined) return null;
  if (direction === 'left') return { kind: 'node', id: here.from };
  if (direction === 'right') return { kind: 'node', id: here.to };
  const siblings = edges.filter(({ from, to }) => to === here.to || from === here.from);
  const at = siblings.indexOf(here) + (direction === 'down' ? 1 : -1);
  const next = siblings[(at + siblings.length) % siblings.length];
  return next === undefined || next === here ? null : { kind: 'edge', id: next.id };
}
