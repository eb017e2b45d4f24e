import type { Graph } from '../engine/graph';
import { placementOf, type Box } from './layout/boxes';
import { gridOf } from './layout/grid';
import { topologyOf } from './layout/topology';
import { wiresOf, type Wire } from './layout/wires';

/** A graph on the plane: all within 0 … width and 0 … height, in units of a pixel at zoom 1. */
export interface Layout {
  readonly nodes: readonly Box[];
  readonly edges: readonly Wire[];
  readonly width: number;
  readonly height: number;
  /** For a node that has no box of its own, the id of the box that stands for it. */
  readonly drawnIn: ReadonlyMap<string, string>;
  /** How long a figure on a wire may be. */
  readonly figureRoom: number;
  /** The output's own value and gradient, on a stub of a wire right of it; absent where no room is kept for them. */
  readonly result?: Pick<Wire, 'path' | 'value' | 'gradient'>;
}

/** Room for seven characters: `−0.0123`. */
const FIGURE_ROOM = 52;

/**
 * Lays a graph out from left to right. The longest path from data to the output is one straight line, and the leaves
 * that an operation reads hang above it; other branches run in rows below. It depends on nothing but the nodes, who
 * reads whom and the leaves' roles: neither values nor shapes move anything. The same graph gives the same layout.
 */
export function layoutOf(graph: Graph): Layout {
  const topology = topologyOf(graph);
  const grid = gridOf(topology);
  const placement = placementOf(topology, grid);
  return {
    nodes: graph.nodes.flatMap(({ id }) => placement.boxes.get(id) ?? []),
    edges: wiresOf(topology, grid, placement),
    width: placement.width,
    height: placement.height,
    drawnIn: new Map(),
    figureRoom: FIGURE_ROOM,
  };
}
