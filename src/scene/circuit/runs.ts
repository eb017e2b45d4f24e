import type { Layers } from './layers';
import { Straightener, type Run } from './straighten';

/** How often the lines that had to bend get another chance, before those that were in their way. */
const MOST_ROUNDS = 3;
/** So many nodes are put on a height, at most, if more than one attempt is made. */
const WORK = 12_000;

/**
 * Puts what should be level on exactly one height: first the line of the output, then the longest ones. Lines that could
 * not be level, since earlier ones were in their way, come earlier the next time; the attempt with the fewest bends is
 * the result.
 *
 * @param y the heights, changed in place
 * @returns the runs of nodes that are level; every node is in one
 */
export function runsOf(layers: Layers, orders: readonly (readonly number[])[], y: Float64Array): readonly Run[] {
  let lines = linesOf(layers);
  let best: { readonly runs: readonly Run[]; readonly heights: Float64Array } | undefined;
  const rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(WORK / y.length)));
  for (let round = 0; round < rounds; round++) {
    const heights = y.slice();
    const straightener = new Straightener(layers, orders, heights);
    const cut = lines.map((line) => ({ line, runs: straightener.straighten(line) }));
    const runs = cut.flatMap((result) => result.runs);
    if (best === undefined || runs.length < best.runs.length) best = { runs, heights };
    if (runs.length === lines.length) break;
    const bends = (entry: (typeof cut)[number]): number => (entry.runs.length > 1 ? 1 : 0);
    const [main, ...others] = cut;
    lines = [...(main === undefined ? [] : [main]), ...others.sort((a, b) => bends(b) - bends(a))].map(({ line }) => line);
  }
  if (best !== undefined) y.set(best.heights);
  return best?.runs ?? [];
}

/** The longest ways along `next`: the one with the output first, then the longer first. */
function linesOf({ next, result }: Layers): number[][] {
  const hasBefore = new Uint8Array(next.length);
  for (const v of next) if (v !== -1) hasBefore[v] = 1;
  const lines: number[][] = [];
  for (let v = 0; v < next.length; v++) {
    if (hasBefore[v] === 1) continue;
    const line: number[] = [];
    for (let w: number | undefined = v; w !== undefined && w !== -1; w = next[w]) line.push(w);
    lines.push(line);
  }
  const main = lines.find((line) => line.includes(result));
  return lines.sort((a, b) => Number(b === main) - Number(a === main) || b.length - a.length);
}
