import { isLeaf, type GraphNode } from '../../engine/graph';
import type { Grid } from './grid';
import type { Topology } from './topology';

/** What a node looks like: three kinds of leaf, operations, and the operation that the gradients are taken of. */
export type Form = 'data' | 'parameter' | 'constant' | 'operation' | 'cost';

/** A node's place on the plane; x and y are its centre. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly form: Form;
  /** How it is drawn: a card that shows its tensor, or a sign for an operation on single numbers. */
  readonly look: 'card' | 'symbol';
  /** What stands in a symbol: `exp`, `+1`; absent in a card. */
  readonly text?: string;
  /** Whether its caption stands over or under it. */
  readonly caption: 'above' | 'below';
}

/** Boxes, and the lanes between the columns in which wires may turn: no box reaches into them. */
export interface Placement {
  readonly boxes: ReadonlyMap<string, Box>;
  /** Of each column, where the lane before it ends and the lane after it begins. */
  readonly columns: readonly { readonly left: number; readonly right: number }[];
  /** The height at which wires run along each row. */
  readonly rowY: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Room for a caption. */
export const CAPTION = 22;

const MARGIN = 14;
const LANE = 62;
const LANE_WITH_TURNS = 96;
const LEAF = { width: 88, height: 84 };
const LEAF_GAP = 28;
const LEAF_DROP = 94;
const OPERATION = { width: 104, height: 84 };
const COST = { width: 78, height: 78 };
const ROW_GAP = 26;
const BEND_ROW = 24;
/** Room over the first row for parallel wires, which arch over the tops of their nodes. */
const ARCH = 28;

/** Turns cells into places: columns as close as their boxes and wires allow, each row under the one before. */
export function placementOf(topology: Topology, grid: Grid): Placement {
  const { places, graph } = topology;
  const formOf = (id: string): Form => {
    const node = places.get(id)?.node;
    return node === undefined ? 'operation' : formOfNode(node, graph.output);
  };
  const columns = columnsOf(topology, grid, formOf);
  const { rowY, bandY, height } = rowsOf(topology, grid);

  const boxes = new Map<string, Box>();
  for (const [id, cell] of grid.cells) {
    const x = columns[cell.column]?.x ?? 0;
    const y = rowY[cell.row] ?? 0;
    boxes.set(id, { id, x, y, ...sizeOf(formOf(id)), form: formOf(id), look: 'card', caption: 'below' });
    const leaves = grid.hanging.get(id) ?? [];
    leaves.forEach((leaf, place) => {
      const offset = (place - (leaves.length - 1) / 2) * (LEAF.width + LEAF_GAP);
      const y = bandY[cell.row] ?? 0;
      boxes.set(leaf, { id: leaf, x: x + offset, y, ...LEAF, form: formOf(leaf), look: 'card', caption: 'above' });
    });
  }
  const width = Math.max(0, ...[...boxes.values()].map((box) => box.x + box.width / 2)) + MARGIN;
  return { boxes, columns, rowY, width, height };
}

function formOfNode(node: GraphNode, output: string): Form {
  if (isLeaf(node)) return node.role;
  return node.id === output ? 'cost' : 'operation';
}

function sizeOf(form: Form): { readonly width: number; readonly height: number } {
  if (form === 'cost') return COST;
  return form === 'operation' ? OPERATION : LEAF;
}

function hangingWidth(leaves: number): number {
  return leaves === 0 ? 0 : leaves * LEAF.width + (leaves - 1) * LEAF_GAP;
}

interface Column {
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

function columnsOf({ edges }: Topology, grid: Grid, formOf: (id: string) => Form): Column[] {
  const half = new Array<number>(grid.columns).fill(0);
  // Over the main line nothing turns, so its leaves may reach over the lanes; only one another must they not touch.
  const mainBand = new Array<number>(grid.columns).fill(0);
  for (const [id, { column, row }] of grid.cells) {
    const band = hangingWidth(grid.hanging.get(id)?.length ?? 0);
    const own = sizeOf(formOf(id)).width;
    half[column] = Math.max(half[column] ?? 0, (row === 0 ? own : Math.max(own, band)) / 2);
    if (row === 0) mainBand[column] = band / 2;
  }
  const turning = new Set<number>();
  for (const edge of edges) for (const lane of turnsOf(edge, grid)) turning.add(lane);

  const columns: Column[] = [];
  let bandEnd = MARGIN - LEAF_GAP;
  for (let column = 0; column < grid.columns; column++) {
    const [own, band] = [half[column] ?? 0, mainBand[column] ?? 0];
    const lane = turning.has(column - 1) ? LANE_WITH_TURNS : LANE;
    const before = columns.at(-1);
    const left = before === undefined ? MARGIN : before.right + lane;
    const x = Math.max(left + own, band > 0 ? bandEnd + LEAF_GAP + band : 0);
    if (band > 0) bandEnd = x + band;
    columns.push({ x, left: x - own, right: x + own });
  }
  return columns;
}

/** The lanes, each named by the column before it, in which a wire changes its row. */
function turnsOf({ id, from, to }: { id: string; from: string; to: string }, grid: Grid): number[] {
  const [start, end] = [grid.cells.get(from), grid.cells.get(to)];
  if (start === undefined || end === undefined) return [];
  const rows = [start.row, ...(grid.bends.get(id) ?? []), end.row];
  return rows.flatMap((row, place) => (place > 0 && row !== rows[place - 1] ? [start.column + place - 1] : []));
}

function rowsOf(topology: Topology, grid: Grid): { rowY: number[]; bandY: number[]; height: number } {
  const withNodes = new Set<number>();
  const withLeaves = new Set<number>();
  for (const [id, { row }] of grid.cells) {
    withNodes.add(row);
    if (grid.hanging.has(id)) withLeaves.add(row);
  }
  const rowY: number[] = [];
  const bandY: number[] = [];
  // Between rows, and under leaves, there is room enough.
  let y = MARGIN + (!withLeaves.has(0) && archesOverFirstRow(topology, grid) ? ARCH : 0);
  for (let row = 0; row < grid.rows; row++) {
    if (row > 0) y += ROW_GAP;
    bandY.push(y + CAPTION + LEAF.height / 2);
    if (withLeaves.has(row)) y += CAPTION + LEAF.height + LEAF_DROP;
    const tall = withNodes.has(row);
    const half = tall ? OPERATION.height / 2 : BEND_ROW / 2;
    rowY.push(y + half);
    y += 2 * half + (tall ? CAPTION : 0);
  }
  return { rowY, bandY, height: y + MARGIN };
}

/** Whether neighbours on the first row are joined by more than one wire. */
function archesOverFirstRow({ places }: Topology, { cells }: Grid): boolean {
  return [...cells].some(([id, { column, row }]) => {
    const before = places.get(id)?.reads.map(({ from }) => from).filter((from) => cells.get(from)?.column === column - 1) ?? [];
    return row === 0 && before.some((from, place) => cells.get(from)?.row === 0 && before.indexOf(from) < place);
  });
}
