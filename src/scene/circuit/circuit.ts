import type { Graph } from '../../engine/graph';
import type { Layout } from '../layout';
import type { Box } from '../layout/boxes';
import { pathOf, straight } from '../layout/curve';
import { arrivalsOf } from './arrivals';
import { columnsOf, type Column } from './columns';
import { drawnOf, type Drawing, type DrawnCircuit } from './drawn';
import { firstOrderOf } from './firstOrder';
import { heightsOf } from './heights';
import { layersOf, type Layers } from './layers';
import { MARGIN } from './measures';
import { neighbourhoodOf } from './neighbourhood';
import { orderOf } from './ordering';
import { ranksOf } from './ranks';
import { runsOf } from './runs';
import { settle } from './settle';
import { straightnessOf } from './straight';
import { figuresAt, wiresOf } from './wires';

/** What of a circuit is drawn, and how long its figures are. */
export interface CircuitOptions extends Drawing {
  /** The room that every figure on a wire gets along the wire, in graph units. */
  readonly figureRoom: number;
}

/**
 * Lays a computation on single numbers out from left to right, in the steps of K. Sugiyama et al. (1981): columns for
 * the boxes, an order within every column that crosses few wires, heights that make wires level, and the wires. The
 * figures of every wire have a place of their own in a column between those of the boxes, so that they touch nothing,
 * whatever their values. It depends on the form of the graph alone, and the same graph gives the same layout.
 */
export function circuitLayoutOf(graph: Graph, { figureRoom, ...drawing }: CircuitOptions): Layout {
  const drawn = drawnOf(graph, drawing);
  const ranks = ranksOf(drawn);
  const layers = layersOf(drawn, ranks, straightnessOf(drawn, ranks.depth));
  const around = neighbourhoodOf(layers);
  const orders = orderOf(firstOrderOf(drawn, layers), around);
  const y = heightsOf(layers, orders, around);
  settle(layers, orders, around, runsOf(layers, orders, y), y);
  const height = shiftDown(y, layers);

  const arrivals = arrivalsOf(drawn, layers, y);
  const columns = columnsOf(drawn, layers, y, arrivals, figureRoom);
  const boxes = boxesOf(drawn, layers, columns, y);
  return {
    nodes: boxes,
    edges: wiresOf(drawn, layers, { boxes, columns, y, arrivals }),
    width: Math.max(0, ...columns.map(({ right }) => right)) + MARGIN,
    height,
    drawnIn: drawn.drawnIn,
    figureRoom,
    ...resultOf(boxes[drawn.output], columns[layers.layer[layers.result] ?? 0]),
  };
}

/** The output's own figures, on a stub that leads from its box to nowhere. */
function resultOf(output: Box | undefined, column: Column | undefined): Pick<Layout, 'result'> {
  if (output === undefined || column === undefined) return {};
  const { x, y, width } = output;
  const path = pathOf([straight({ x: x + width / 2, y }, { x: column.right, y })]);
  return { result: { path, ...figuresAt((column.left + column.right) / 2, y) } };
}

/** Rounding goes up from a little under the half: what is a half but for errors of rounding stays with its like. */
const HALF = 0.503;

/**
 * Lets the topmost node begin at the margin, and every one stand at a whole height: all distances are whole, so what is
 * level stays level, and nothing comes nearer.
 *
 * @returns the height of everything
 */
function shiftDown(y: Float64Array, { half }: Layers): number {
  let [top, bottom] = [Infinity, -Infinity];
  y.forEach((at, v) => {
    top = Math.min(top, at - (half[v] ?? 0));
    bottom = Math.max(bottom, at + (half[v] ?? 0));
  });
  if (top > bottom) return 2 * MARGIN;
  y.forEach((at, v) => (y[v] = Math.floor(at - top + MARGIN + HALF)));
  return Math.ceil(bottom - top) + 2 * MARGIN;
}

function boxesOf({ symbols }: DrawnCircuit, { layer }: Layers, columns: readonly Column[], y: Float64Array): Box[] {
  return symbols.map(({ id, form, text, width, height }, box) => {
    const column = columns[layer[box] ?? 0] ?? { left: 0, right: 0 };
    return { id, x: (column.left + column.right) / 2, y: y[box] ?? 0, width, height, form, look: 'symbol', text, caption: 'below' };
  });
}
