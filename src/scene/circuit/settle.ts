/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a layer or a node of the layers */
import { distance, pullOf } from './heights';
import { BOX } from './kinds';
import type { Layers } from './layers';
import type { Neighbourhood, Neighbours } from './neighbourhood';
import type { Run } from './straighten';

const WORK = 80_000;
const LEAST_ROUNDS = 2;
const MOST_ROUNDS = 30;
/** Movements shorter than this are not seen. */
const STILL = 0.01;

/** What a box between its inputs reads counts so much more than what reads it. */
const CENTRED = 8;

/**
 * Moves whole runs to the mean height of what they are joined to, as far as there is room. One that begins at a box
 * comes to stand in the middle of what the box reads.
 */
export function settle(layers: Layers, orders: readonly (readonly number[])[], { left, right }: Neighbourhood, runs: readonly Run[], y: Float64Array): void {
  const place = new Int32Array(y.length);
  for (const order of orders) order.forEach((v, i) => (place[v] = i));
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.ceil(WORK / y.length)));
  for (let round = 0; round < rounds; round++) {
    let farthest = 0;
    for (let i = 0; i < runs.length; i++) {
      const run = runs[round % 2 === 0 ? i : runs.length - 1 - i]!;
      const old = y[run[0]!]!;
      let [low, high, sum, weight] = [-Infinity, Infinity, 0, 0];
      for (let j = 0; j < run.length; j++) {
        const v = run[j]!;
        const order = orders[layers.layer[v]!]!;
        const [above, below] = [order[place[v]! - 1], order[place[v]! + 1]];
        if (above !== undefined) low = Math.max(low, y[above]! + distance(layers, above, v));
        if (below !== undefined) high = Math.min(high, y[below]! - distance(layers, v, below));
        const factor = j === 0 && layers.kind[v] === BOX ? CENTRED : 1;
        sum += factor * pullOf(v, left, y) + pullOf(v, right, y);
        weight += factor * left.total[v]! + right.total[v]!;
        // What joins the run to itself pulls at neither end.
        const inner = j + 1 < run.length ? weightBetween(v, run[j + 1]!, right) : 0;
        sum -= 2 * inner * old;
        weight -= 2 * inner;
      }
      if (weight < 1e-9 || low > high) continue;
      const height = Math.min(Math.max(sum / weight, low), high);
      farthest = Math.max(farthest, Math.abs(height - old));
      for (const v of run) y[v] = height;
    }
    if (farthest < STILL) return;
  }
}

function weightBetween(v: number, next: number, { start, at, weight }: Neighbours): number {
  for (let i = start[v]!; i < start[v + 1]!; i++) if (at[i] === next) return weight[i]!;
  return 0;
}
