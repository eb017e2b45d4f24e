import type { Edge } from '../../engine/graph';
import type { Box } from './boxes';
import type { Point } from './curve';
import type { Grid } from './grid';
import type { Topology } from './topology';

/** How far from the middle of a node's side each wire touches it. */
export interface Offsets {
  readonly out: ReadonlyMap<string, number>;
  readonly into: ReadonlyMap<string, number>;
}

/** Wires between the same two nodes stand this far apart where they touch them. */
const PARALLEL = 30;
const OUT = 12;
const INTO = 18;
const OVER = 33;

/** Spreads the wires at every node so that they arrive and leave in the order of where they come from and go to. */
export function offsetsOf({ places }: Topology, grid: Grid): Offsets {
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  for (const [id, place] of places) {
    const row = grid.cells.get(id)?.row;
    const above = place.reads.filter(({ from }) => !grid.cells.has(from));
    const hanging = grid.hanging.get(id) ?? [];
    const fromAbove = above.toSorted((a, b) => hanging.indexOf(a.from) - hanging.indexOf(b.from) || a.port - b.port);
    spread(fromAbove, undefined, Math.min(OVER, 88 / Math.max(1, above.length)), () => 0, into);

    const fromLeft = place.reads.filter(({ from }) => grid.cells.has(from));
    const rowBefore = (edge: Edge): number => grid.bends.get(edge.id)?.at(-1) ?? grid.cells.get(edge.from)?.row ?? 0;
    spread(fromLeft, row, gapFor(fromLeft, INTO), rowBefore, into);

    const rowAfter = (edge: Edge): number => grid.bends.get(edge.id)?.[0] ?? grid.cells.get(edge.to)?.row ?? 0;
    spread(place.readBy, row, gapFor(place.readBy, OUT), rowAfter, out);
  }
  return { out, into };
}

function gapFor(edges: readonly Edge[], usual: number): number {
  const pairs = new Set(edges.map(({ from, to }) => `${from} ${to}`)).size;
  return Math.min(pairs < edges.length ? PARALLEL : usual, 68 / Math.max(1, edges.length));
}

/** Sorts wires by row and puts the one that runs straight on, if it is the only one, at the middle. */
function spread(
  edges: readonly Edge[],
  row: number | undefined,
  gap: number,
  rowOf: (edge: Edge) => number,
  offsets: Map<string, number>,
): void {
  const sorted = edges.toSorted((a, b) => rowOf(a) - rowOf(b) || a.port - b.port);
  const onward = sorted.filter((edge) => rowOf(edge) === row);
  const [only] = onward;
  const middle = onward.length === 1 && only !== undefined ? sorted.indexOf(only) : (sorted.length - 1) / 2;
  const farthest = Math.max(middle, sorted.length - 1 - middle) * gap;
  const squeeze = farthest > 32 ? 32 / farthest : 1;
  sorted.forEach((edge, index) => offsets.set(edge.id, (index - middle) * gap * squeeze));
}

/** A point on a box's side, `offset` from its middle; on the cost it lies on the circle. */
export function touch({ x, y, width, height, form }: Box, side: 'left' | 'right' | 'top' | 'bottom', offset: number): Point {
  const radius = width / 2;
  const across = form === 'cost' ? Math.sqrt(Math.max(0, radius * radius - offset * offset)) : undefined;
  switch (side) {
    case 'left':
      return { x: x - (across ?? width / 2), y: y + offset };
    case 'right':
      return { x: x + (across ?? width / 2), y: y + offset };
    case 'top':
      return { x: x + offset, y: y - (across ?? height / 2) };
    case 'bottom':
      return { x: x + offset, y: y + (across ?? height / 2) };
  }
}
