import type { Edge } from '../../engine/graph';
import type { Placement } from './boxes';
import { downwards, headingAt, pathOf, sideways, straight, type Cubic, type Heading, type Point } from './curve';
import type { Grid } from './grid';
import { offsetsOf, touch } from './ports';
import type { Topology } from './topology';

/** Where a figure is written: the end of its text that `anchor` names, on its baseline. */
export interface Label extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** An edge as it is drawn. */
export interface Wire extends Edge {
  /** The `d` of an SVG path from the node that is read to the node that reads. */
  readonly path: string;
  /** Where the wire leaves and where it arrives, with its direction there. */
  readonly start: Heading;
  readonly end: Heading;
  /** Where its value and its gradient are written. */
  readonly value: Label;
  readonly gradient: Label;
}

/** Wires end this far from a box, so that arrow heads do not touch outlines. */
const CLEARANCE = 2;
const BULGE = 44;
const HANGING_BULGE = 24;

/** Draws every edge through the lanes and along the rows that the grid has kept free for it. */
export function wiresOf(topology: Topology, grid: Grid, placement: Placement): Wire[] {
  const offsets = offsetsOf(topology, grid);
  return topology.edges.flatMap((edge) => {
    const from = placement.boxes.get(edge.from);
    const to = placement.boxes.get(edge.to);
    if (from === undefined || to === undefined) return [];
    const out = offsets.out.get(edge.id) ?? 0;
    const into = offsets.into.get(edge.id) ?? 0;
    const twin = twinOf(edge, topology);
    const hangs = !grid.cells.has(edge.from);
    // Twins over several columns have a row each and need not be pushed apart.
    const apart = hangs ? HANGING_BULGE : grid.bends.has(edge.id) ? 0 : BULGE;
    const bulge = twin * apart;
    const pieces = hangs
      ? [downwards(shift(touch(from, 'bottom', out), 0, CLEARANCE), shift(touch(to, 'top', into), 0, -CLEARANCE), bulge)]
      : through(
          shift(touch(from, 'right', out), CLEARANCE, 0),
          shift(touch(to, 'left', into), -CLEARANCE, 0),
          edge,
          grid,
          placement,
          bulge,
        );
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return [];
    const labels = hangs ? labelsBeside(headingAt(first, twin === 0 ? 0.25 : 0.5), twin) : labelsAt(labelHeading(pieces, edge, topology));
    return [{ ...edge, path: pathOf(pieces), start: headingAt(first, 0), end: headingAt(last, 1), ...labels }];
  });
}

/** Among the wires between the same two nodes, which side this one takes: −1 … 1, and 0 for an only one. */
function twinOf(edge: Edge, { places }: Topology): number {
  const twins = places.get(edge.to)?.reads.filter(({ from }) => from === edge.from) ?? [];
  return twins.length < 2 ? 0 : (2 * twins.indexOf(edge)) / (twins.length - 1) - 1;
}

function shift({ x, y }: Point, dx: number, dy: number): Point {
  return { x: x + dx, y: y + dy };
}

/** Along the row of the start, then in each lane to the row that comes next. */
function through(start: Point, end: Point, edge: Edge, grid: Grid, placement: Placement, bulge: number): Cubic[] {
  const column = grid.cells.get(edge.from)?.column ?? 0;
  const bends = grid.bends.get(edge.id) ?? [];
  const pieces: Cubic[] = [];
  const go = (to: Point): void => {
    const from = pieces.at(-1)?.to ?? start;
    if (to.x - from.x < 0.5) return;
    pieces.push(Math.abs(to.y - from.y) < 0.5 && bulge === 0 ? straight(from, to) : sideways(from, to, bulge));
  };
  const last = placement.columns[column + bends.length + 1];
  // Neighbours on one row need no corners; nor do twins, whose bulge would be lost in a short lane.
  if (bends.length === 0 && (bulge !== 0 || Math.abs(start.y - end.y) < 0.5)) {
    go(end);
    return pieces;
  }
  go({ x: Math.max(start.x, placement.columns[column]?.right ?? 0), y: start.y });
  bends.forEach((row, place) => {
    const passed = placement.columns[column + place + 1];
    const y = placement.rowY[row] ?? 0;
    if (passed === undefined) return;
    go({ x: passed.left, y });
    go({ x: passed.right, y });
  });
  go({ x: Math.min(end.x, last?.left ?? end.x), y: end.y });
  go(end);
  return pieces;
}

/** Figures stand where the wire is on its own: away from the end at which others join it. */
function labelHeading(pieces: readonly Cubic[], edge: Edge, { places }: Topology): Heading {
  const [first] = pieces;
  const run = ({ from, to }: Cubic): number => to.x - from.x;
  const [level] = pieces
    .filter((piece) => piece.from.y === piece.to.y && run(piece) > 50)
    .toSorted((a, b) => run(b) - run(a));
  if (pieces.length > 1 && level !== undefined) return headingAt(level, 0.5);
  const turn = pieces.find((piece) => piece.from.y !== piece.to.y) ?? first;
  if (turn === undefined) return { x: 0, y: 0, angle: 0 };
  if (turn.from.y === turn.to.y) return headingAt(turn, 0.5);
  const leaving = places.get(edge.from)?.readBy.length ?? 0;
  const arriving = places.get(edge.to)?.reads.length ?? 0;
  if (leaving > 1 && arriving <= 1) return headingAt(turn, 0.66);
  return headingAt(turn, leaving <= 1 && arriving > 1 ? 0.34 : 0.5);
}

/** The value over the wire and the gradient under it; beside it where the wire is steep. */
function labelsAt({ x, y, angle }: Heading): { value: Label; gradient: Label } {
  const steepness = Math.abs(Math.sin(angle));
  if (steepness < 0.35) {
    return { value: { x, y: y - 9, anchor: 'middle' }, gradient: { x, y: y + 18, anchor: 'middle' } };
  }
  const [left, right] = [x - 8, x + 8];
  return Math.sin(angle) < 0
    ? { value: { x: left, y: y - 4, anchor: 'end' }, gradient: { x: right, y: y + 12, anchor: 'start' } }
    : { value: { x: right, y: y - 4, anchor: 'start' }, gradient: { x: left, y: y + 12, anchor: 'end' } };
}

/**
 * The value on the left of a wire that comes down from a leaf and the gradient on its right, each on the side of
 * the bend that the wire turns away from. A twin has both on its outer side.
 */
function labelsBeside({ x, y, angle }: Heading, twin: number): { value: Label; gradient: Label } {
  if (twin !== 0) {
    const outer = { x: x + Math.sign(twin) * 9, anchor: twin < 0 ? 'end' : 'start' } as const;
    return { value: { ...outer, y: y - 5 }, gradient: { ...outer, y: y + 11 } };
  }
  const lean = Math.cos(angle) > 0.01 ? 8 : -8;
  return { value: { x: x - 9, y: y + 4 + lean, anchor: 'end' }, gradient: { x: x + 9, y: y + 4 - lean, anchor: 'start' } };
}
