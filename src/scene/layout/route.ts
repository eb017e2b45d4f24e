import type { Edge } from '../../engine/graph';
import type { Placement } from './boxes';
import { downwards, sideways, straight, turning, type Cubic, type Point } from './curve';
import type { Grid } from './grid';
import { touch, type Offsets } from './ports';
import type { Topology } from './topology';

/** The way of a wire, from the node that is read to the node that reads. */
export interface Route {
  readonly pieces: readonly Cubic[];
  /**
   * Down from a leaf that hangs; level, between neighbours on one row; turning, between neighbours on two rows; or
   * passing columns, along the rows of its bends.
   */
  readonly kind: 'hanging' | 'level' | 'turning' | 'passing';
  /** Among the wires between the same two nodes, which side this one takes: −1 … 1, and 0 for an only one. */
  readonly twin: number;
}

/** Wires end this far from a box, so that arrow heads do not touch outlines. */
const CLEARANCE = 2;
/** The control points of the outermost level twins stand this far above and below their ends. */
const BULGE = 44;
/** By how much of a lane's width the outermost of turning twins turn before and after its middle. */
const LEAN = 0.2;
const HANGING_BULGE = 24;

/**
 * Finds the way of a wire. It changes its height only in the lanes, which no box reaches into. A box may be narrower
 * than its column, in which leaves hang beside it in the rows below: so the wire first runs level to the column's end.
 * Level twins alone arch from box to box, and stay within the room of their row.
 */
export function routeOf(edge: Edge, topology: Topology, grid: Grid, placement: Placement, offsets: Offsets): Route | undefined {
  const from = placement.boxes.get(edge.from);
  const to = placement.boxes.get(edge.to);
  if (from === undefined || to === undefined) return undefined;
  const out = offsets.out.get(edge.id) ?? 0;
  const into = offsets.into.get(edge.id) ?? 0;
  const twin = twinOf(edge, topology);
  const cell = grid.cells.get(edge.from);
  if (cell === undefined) {
    const start = shift(touch(from, 'bottom', out), 0, CLEARANCE);
    const end = shift(touch(to, 'top', into), 0, -CLEARANCE);
    return { pieces: [downwards(start, end, twin * HANGING_BULGE)], kind: 'hanging', twin };
  }
  const start = shift(touch(from, 'right', out), CLEARANCE, 0);
  const end = shift(touch(to, 'left', into), -CLEARANCE, 0);
  const kind = grid.bends.has(edge.id) ? 'passing' : from.y === to.y ? 'level' : 'turning';
  if (kind === 'level' && twin !== 0) return { pieces: [sideways(start, end, twin * BULGE)], kind, twin };
  // Twins over several columns have a row each and need not be pushed apart.
  const lean = kind === 'turning' ? -twin * Math.sign(end.y - start.y) * LEAN : 0;
  return { pieces: through(start, end, cell.column, grid.bends.get(edge.id) ?? [], placement, lean), kind, twin };
}

function twinOf(edge: Edge, { places }: Topology): number {
  const twins = places.get(edge.to)?.reads.filter(({ from }) => from === edge.from) ?? [];
  return twins.length < 2 ? 0 : (2 * twins.indexOf(edge)) / (twins.length - 1) - 1;
}

function shift({ x, y }: Point, dx: number, dy: number): Point {
  return { x: x + dx, y: y + dy };
}

/** Along the row of the start, then in each lane to the row that comes next; `lean` moves the turns off the lane's middle. */
function through(
  start: Point,
  end: Point,
  column: number,
  bends: readonly number[],
  { columns, rowY }: Placement,
  lean: number,
): Cubic[] {
  const pieces: Cubic[] = [];
  const go = (to: Point): void => {
    const from = pieces.at(-1)?.to ?? start;
    if (to.x - from.x < 0.5) return;
    pieces.push(Math.abs(to.y - from.y) < 0.5 ? straight(from, to) : turning(from, to, 0.5 + lean));
  };
  // Neighbours on one row need no corners.
  if (bends.length === 0 && Math.abs(start.y - end.y) < 0.5) return [straight(start, end)];
  go({ x: Math.max(start.x, columns[column]?.right ?? 0), y: start.y });
  bends.forEach((row, place) => {
    const passed = columns[column + place + 1];
    const y = rowY[row] ?? 0;
    if (passed === undefined) return;
    go({ x: passed.left, y });
    go({ x: passed.right, y });
  });
  go({ x: Math.min(end.x, columns[column + bends.length + 1]?.left ?? end.x), y: end.y });
  go(end);
  return pieces;
}
