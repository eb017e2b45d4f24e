import type { Edge } from '../../engine/graph';
import type { Placement } from './boxes';
import { headingAt, pathOf, type Cubic, type Heading, type Point } from './curve';
import type { Grid } from './grid';
import { offsetsOf } from './ports';
import { routeOf, type Route } from './route';
import type { Topology } from './topology';

/** Where a figure is written: the end of its text that `anchor` names, on its baseline. */
export interface Label extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** An edge as it is drawn. */
export interface Wire extends Edge {
  /** The ids of all the edges that it stands for: its own, and others where a group of nodes is drawn as one. */
  readonly bundle: readonly string[];
  /** The `d` of an SVG path from the node that is read to the node that reads. */
  readonly path: string;
  /** Where the wire leaves and where it arrives, with its direction there. */
  readonly start: Heading;
  readonly end: Heading;
  /** Where its value and its gradient are written. */
  readonly value: Label;
  readonly gradient: Label;
}

/** Turning twins write their figures this much of their way apart, so that neither stands on the other's. */
const STAGGER = 0.14;

/** Draws every edge through the lanes and along the rows that the grid has kept free for it. */
export function wiresOf(topology: Topology, grid: Grid, placement: Placement): Wire[] {
  const offsets = offsetsOf(topology, grid);
  return topology.edges.flatMap((edge) => {
    const route = routeOf(edge, topology, grid, placement, offsets);
    const [first, last] = [route?.pieces[0], route?.pieces.at(-1)];
    if (route === undefined || first === undefined || last === undefined) return [];
    const { pieces, kind, twin } = route;
    const labels = kind === 'hanging' ? labelsOfHanging(first, twin, offsets.into.get(edge.id) ?? 0) : labelsAt(labelHeading(route, edge, topology));
    return [{ ...edge, bundle: [edge.id], path: pathOf(pieces), start: headingAt(first, 0), end: headingAt(last, 1), ...labels }];
  });
}

/** Figures stand where the wire is on its own: away from the end at which others join it. */
function labelHeading({ pieces, kind, twin }: Route, edge: Edge, { places }: Topology): Heading {
  const [first] = pieces;
  const run = ({ from, to }: Cubic): number => to.x - from.x;
  const [level] = pieces
    .filter((piece) => piece.from.y === piece.to.y && run(piece) > 50)
    .toSorted((a, b) => run(b) - run(a));
  const turn = pieces.find((piece) => piece.from.y !== piece.to.y) ?? first;
  if (turn !== undefined && kind === 'turning' && twin !== 0) return headingAt(turn, 0.5 + twin * STAGGER);
  if (pieces.length > 1 && level !== undefined) return headingAt(level, 0.5);
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
    return { value: { x, y: y - 12, anchor: 'middle' }, gradient: { x, y: y + 20, anchor: 'middle' } };
  }
  const [left, right] = [x - 8, x + 8];
  return Math.sin(angle) < 0
    ? { value: { x: left, y: y - 4, anchor: 'end' }, gradient: { x: right, y: y + 12, anchor: 'start' } }
    : { value: { x: right, y: y - 4, anchor: 'start' }, gradient: { x: left, y: y + 12, anchor: 'end' } };
}

/**
 * Wires that come down side by side have both figures on their outer sides, since between them there is no room for
 * two; one that comes down in the middle has its value on the left and its gradient on the right.
 */
function labelsOfHanging(wire: Cubic, twin: number, offset: number): { value: Label; gradient: Label } {
  if (twin !== 0) return labelsBeside(headingAt(wire, 0.5), twin);
  if (Math.abs(offset) < 1) return labelsBeside(headingAt(wire, 0.25), twin);
  const outer = (t: number): Label => {
    // The wire comes from further out: what counts is where it is at the top of the text.
    const [side, top, { y }] = [Math.sign(offset), headingAt(wire, t - 0.12), headingAt(wire, t)];
    return { x: top.x + side * 11, y: y + 4, anchor: side < 0 ? 'end' : 'start' };
  };
  return { value: outer(0.56), gradient: outer(0.75) };
}

/**
 * The value on the left of a wire and the gradient on its right, each on the side of the bend that the wire turns away
 * from. A twin has both on its outer side.
 */
function labelsBeside({ x, y, angle }: Heading, twin: number): { value: Label; gradient: Label } {
  if (twin !== 0) {
    const outer = { x: x + Math.sign(twin) * 9, anchor: twin < 0 ? 'end' : 'start' } as const;
    return { value: { ...outer, y: y - 5 }, gradient: { ...outer, y: y + 11 } };
  }
  const lean = Math.cos(angle) > 0.01 ? 8 : -8;
  return { value: { x: x - 9, y: y + 4 + lean, anchor: 'end' }, gradient: { x: x + 9, y: y + 4 - lean, anchor: 'start' } };
}
