/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a layer or a node of the layers */
import { crossingsBetween } from './crossings';
import type { Neighbourhood, Neighbours } from './neighbourhood';
import { transpose } from './transpose';

/** Nodes are looked at so often in all, at most, for fewer crossings. */
const WORK = 150_000;
const MOST_SWEEPS = 24;
/** After so many sweeps without a better order there will be none. */
const PATIENCE = 4;

/**
 * Puts the nodes of every layer in an order with few crossings (K. Sugiyama, S. Tagawa and M. Toda, Methods for visual
 * understanding of hierarchical system structures, IEEE TSMC 11, 1981): sweeps to the left and to the right put every
 * node at the mean place of its neighbours in the layer before, then neighbours change places where that helps. The
 * best order met is the result; a first one without crossings is left as it is.
 */
export function orderOf(first: readonly (readonly number[])[], around: Neighbourhood): number[][] {
  let best = first.map((layer) => [...layer]);
  const nodeCount = around.left.start.length - 1;
  const place = new Int32Array(nodeCount);
  const mean = new Float64Array(nodeCount);
  const count = (orders: readonly (readonly number[])[]): number => {
    for (const order of orders) number(order, place);
    return orders.reduce((sum, order, at) => sum + (at + 1 < orders.length ? crossingsBetween(order, around.right, place, orders[at + 1]!.length) : 0), 0);
  };
  let fewest = count(best);
  const current = best.map((layer) => [...layer]);
  const sweeps = Math.min(MOST_SWEEPS, Math.ceil(WORK / nodeCount));
  for (let sweep = 0, stale = 0; sweep < sweeps && fewest > 0 && stale < PATIENCE; sweep++) {
    const toLeft = sweep % 2 === 0;
    for (let i = 1; i < current.length; i++) {
      const order = current[toLeft ? current.length - 1 - i : i]!;
      sortByMean(order, toLeft ? around.right : around.left, place, mean);
    }
    transpose(current, around, place);
    const crossings = count(current);
    stale++;
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = current.map((layer) => [...layer]);
    stale = 0;
  }
  return best;
}

function number(order: readonly number[], place: Int32Array): void {
  for (let i = 0; i < order.length; i++) place[order[i]!] = i;
}

/** Nodes without a neighbour keep their places; of nodes with the same mean the upper stays the upper. */
function sortByMean(order: number[], { start, at }: Neighbours, place: Int32Array, mean: Float64Array): void {
  const free: number[] = [];
  for (const v of order) {
    const degree = start[v + 1]! - start[v]!;
    if (degree === 0) continue;
    let sum = 0;
    for (let i = start[v]!; i < start[v + 1]!; i++) sum += place[at[i]!]!;
    mean[v] = sum / degree;
    free.push(v);
  }
  free.sort((a, b) => mean[a]! - mean[b]! || place[a]! - place[b]!);
  let taken = 0;
  for (let i = 0; i < order.length; i++) {
    const v = order[i]!;
    if (start[v + 1]! > start[v]!) order[i] = free[taken++]!;
  }
  number(order, place);
}
