import type { LocalDerivative, Program } from '../../engine';
import { callOf } from '../../scene/recording/working';
import type { GradientPath } from './paths';

/** One way through single cells: a product of plain numbers. */
export interface CellPath {
  /** The cell of every node on the path, as offsets, the output's first: one more than there are edges. */
  readonly cells: readonly number[];
  /** The local derivative on every edge, the one at the output first. */
  readonly locals: readonly number[];
  readonly product: number;
}

/** All ways through single cells along one path of edges. */
export interface CellPaths {
  /** How many there are. */
  readonly count: number;
  /** The first of them. */
  readonly listed: readonly CellPath[];
}

/** So many products are worked out one by one. */
const MOST_PRODUCTS = 2000;
/** So many local derivatives are asked for; beyond, cells are not followed one by one. */
const MOST_DERIVATIVES = 60_000;

/**
 * The products of plain numbers that make up what one path brings to one cell: one for every way through cells. Their sum
 * is the path's contribution.
 *
 * @param cell the offset of the cell of the node at the path's end
 * @returns undefined where there are too many cells on the way to follow
 */
export function cellPathsOf(program: Program, path: GradientPath, cell: number, most: number = MOST_PRODUCTS): CellPaths | undefined {
  const levels = levelsOf(program, path.toReversed(), cell);
  if (levels === undefined) return undefined;
  const listed: CellPath[] = [];
  const [cells, locals]: [number[], number[]] = [[cell], []];
  const climb = (height: number, at: number): void => {
    if (height === levels.length) {
      // Outermost first, as the backward pass multiplies.
      listed.push({ cells: cells.toReversed(), locals: locals.toReversed(), product: locals.reduceRight((product, local) => product * local, 1) });
      return;
    }
    for (const { output, local } of levels[height]?.get(at) ?? []) {
      if (listed.length >= most) return;
      cells.push(output);
      locals.push(local);
      climb(height + 1, output);
      cells.pop();
      locals.pop();
    }
  };
  climb(0, cell);
  return { count: countWays(levels, cell), listed };
}

/** The cells that one can get to over one edge, each with where it leads. */
type Level = ReadonlyMap<number, readonly LocalDerivative[]>;

/** All cells on the way up from a cell, edge by edge; undefined if they are too many. */
function levelsOf(program: Program, upwards: GradientPath, cell: number): Level[] | undefined {
  const levels: Level[] = [];
  let asked = 0;
  let cells: Iterable<number> = [cell];
  for (const { to, port } of upwards) {
    const call = callOf(program, to);
    if (call === undefined) return undefined;
    // A stretched input is searched for its copies.
    const effort = 1 + (call.stretches[port]?.offsets.length ?? 0) / 10;
    const level = new Map<number, readonly LocalDerivative[]>();
    const reached = new Set<number>();
    for (const at of cells) {
      if (asked > MOST_DERIVATIVES) return undefined;
      const partials = call.partials(port, at);
      asked += effort + partials.length;
      level.set(at, partials);
      for (const { output } of partials) reached.add(output);
    }
    levels.push(level);
    cells = reached;
  }
  return levels;
}

function countWays(levels: readonly Level[], cell: number): number {
  let ways = new Map([[cell, 1]]);
  for (const level of levels) {
    const next = new Map<number, number>();
    for (const [at, count] of ways) {
      for (const { output } of level.get(at) ?? []) next.set(output, (next.get(output) ?? 0) + count);
    }
    ways = next;
  }
  let all = 0;
  for (const count of ways.values()) all += count;
  return all;
}
