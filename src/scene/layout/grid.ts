import { isLeaf, type Edge } from '../../engine/graph';
import { mainLineOf, type Place, type Topology } from './topology';

/**
 * Nodes by column and row. Row 0 holds the main line, the rows below what branches off it. A leaf with one
 * reader has no cell of its own: it hangs above its reader. A wire over several columns is given a cell in
 * each column between, a bend, so that nothing else is put in its way.
 */
export interface Grid {
  readonly cells: ReadonlyMap<string, Cell>;
  /** For a reader, the leaves above it, in the order of its ports. */
  readonly hanging: ReadonlyMap<string, readonly string[]>;
  /** For a wire that passes columns, the row that it takes in each of them, from left to right. */
  readonly bends: ReadonlyMap<string, readonly number[]>;
  readonly rows: number;
  readonly columns: number;
}

/** Where a node stands. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Gives every node and every bend of a graph its cell. */
export function gridOf(topology: Topology): Grid {
  const { places } = topology;
  const line = mainLineOf(topology);
  const main = new Set(line);
  const hanging = hangingLeaves(topology, main);
  const hung = new Set([...hanging.values()].flat());
  const columns = columnsOf(topology, main, hung);
  const columnOf = (id: string): number => columns.get(id) ?? 0;

  const taken: Set<number>[] = [];
  const cells = new Map<string, Cell>();
  for (const id of line) {
    cells.set(id, { column: columnOf(id), row: 0 });
    take(taken, 0, columnOf(id), columnOf(id));
  }
  const bends = new Map<string, number[]>();
  const bend = (edge: Edge, row: number): void => {
    const between = columnOf(edge.to) - columnOf(edge.from) - 1;
    if (between > 0 && !bends.has(edge.id)) bends.set(edge.id, new Array<number>(between).fill(row));
  };
  const standing = [...columns.keys()].filter((id) => !main.has(id));
  for (const chain of chainsOf(standing, places, columnOf)) {
    const first = places.get(chain[0] ?? '');
    const last = places.get(chain.at(-1) ?? '');
    if (first === undefined || last === undefined) continue;
    // The wires into and out of a chain run on in its row, so that it reads as one straight line.
    const into = first.reads.find(({ from }) => !hung.has(from));
    const out = last.readBy[0];
    const from = into === undefined ? columnOf(first.node.id) : columnOf(into.from) + 1;
    const to = out === undefined ? columnOf(last.node.id) : columnOf(out.to) - 1;
    const row = freeRow(taken, from, to);
    for (const id of chain) cells.set(id, { column: columnOf(id), row });
    const inner = chain.flatMap((id) => places.get(id)?.readBy.filter((edge) => chain.includes(edge.to)).slice(0, 1) ?? []);
    for (const edge of [into, ...inner, out]) if (edge !== undefined) bend(edge, row);
  }
  for (const edge of topology.edges) {
    const [from, to] = [columnOf(edge.from) + 1, columnOf(edge.to) - 1];
    if (hung.has(edge.from) || from > to || bends.has(edge.id)) continue;
    bend(edge, freeRow(taken, from, to));
  }
  return { cells, hanging, bends, rows: taken.length, columns: Math.max(0, ...columns.values()) + 1 };
}

/** A leaf hangs above its reader if it has just one and is not the start of the main line. */
function hangingLeaves({ graph, places }: Topology, main: ReadonlySet<string>): Map<string, string[]> {
  const hanging = new Map<string, string[]>();
  for (const { id } of graph.nodes) {
    for (const { from } of places.get(id)?.reads ?? []) {
      const leaf = places.get(from);
      if (leaf === undefined || !isLeaf(leaf.node) || main.has(from)) continue;
      if (leaf.readBy.some(({ to }) => to !== id)) continue;
      const above = hanging.get(id) ?? [];
      if (!above.includes(from)) hanging.set(id, [...above, from]);
    }
  }
  return hanging;
}

/** By depth; what does not depend on the main line is moved as far right as its readers allow. */
function columnsOf({ places, order }: Topology, main: ReadonlySet<string>, hung: ReadonlySet<string>): Map<string, number> {
  const columns = new Map<string, number>();
  const movable = new Set<string>();
  for (const id of order) {
    const place = places.get(id);
    if (place === undefined || hung.has(id)) continue;
    columns.set(id, place.depth);
    const free = place.reads.every(({ from }) => hung.has(from) || movable.has(from));
    if (free && !main.has(id) && place.readBy.length > 0) movable.add(id);
  }
  for (const id of order.toReversed()) {
    if (!movable.has(id)) continue;
    const readers = places.get(id)?.readBy.map(({ to }) => columns.get(to) ?? 0) ?? [];
    columns.set(id, Math.min(...readers) - 1);
  }
  // Whoever hangs no leaf into column 0 leaves it empty: close the gap.
  const least = Math.min(...columns.values());
  for (const [id, column] of columns) columns.set(id, column - least);
  return columns;
}

/** Cuts nodes into paths, each as long as it gets, the longest first. */
function chainsOf(
  ids: readonly string[],
  places: ReadonlyMap<string, Place>,
  columnOf: (id: string) => number,
): string[][] {
  const left = new Set(ids.toSorted((a, b) => columnOf(a) - columnOf(b) || (places.get(a)?.index ?? 0) - (places.get(b)?.index ?? 0)));
  const chains: string[][] = [];
  for (const start of left) {
    const chain: string[] = [];
    for (let id: string | undefined = start; id !== undefined; ) {
      left.delete(id);
      chain.push(id);
      id = places.get(id)?.readBy.find(({ to }) => left.has(to))?.to;
    }
    chains.push(chain);
  }
  return chains.sort((a, b) => b.length - a.length);
}

/** The first row below the main line that is free from one column to another; it is taken. */
function freeRow(taken: Set<number>[], from: number, to: number): number {
  let row = 1;
  while (overlaps(taken[row], from, to)) row++;
  take(taken, row, from, to);
  return row;
}

function overlaps(row: ReadonlySet<number> | undefined, from: number, to: number): boolean {
  if (row === undefined) return false;
  for (let column = from; column <= to; column++) if (row.has(column)) return true;
  return false;
}

function take(taken: Set<number>[], row: number, from: number, to: number): void {
  while (taken.length <= row) taken.push(new Set());
  for (let column = from; column <= to; column++) taken[row]?.add(column);
}
