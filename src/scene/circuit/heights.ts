/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a layer or a node of the layers */
import { isotonic } from './isotonic';
import { BOX, LABEL } from './kinds';
import type { Layers } from './layers';
import { NAME_DROP } from './measures';
import type { Neighbourhood, Neighbours } from './neighbourhood';

const BOX_GAP = 20;
const LABEL_GAP = 4;
const WIRE_GAP = 7;

const WORK = 120_000;
const LEAST_SWEEPS = 4;
const MOST_SWEEPS = 40;
/** Movements shorter than this are not seen. */
const STILL = 0.05;
/** The weight of a node without neighbours. */
const ALONE = 0.01;

/** How far apart the middles of two nodes must be, if one is right above the other. */
export function distance({ kind, half, under, over }: Pick<Layers, 'kind' | 'half' | 'under' | 'over'>, upper: number, lower: number): number {
  const usual = gapBetween(kind[upper]!, kind[lower]!);
  return half[upper]! + half[lower]! + Math.max(usual, under[upper]! + over[lower]!);
}

function gapBetween(above: number, below: number): number {
  if (above === BOX) return below === BOX ? BOX_GAP : NAME_DROP;
  return above === LABEL && below === LABEL ? LABEL_GAP : WIRE_GAP;
}

/**
 * Heights that make the pieces level, as far as the order within the layers and the distances allow: the sum of
 * weight · (difference in height)² becomes small by sweeps to the left and to the right, each of which finds the best
 * heights of one layer, all others fixed, exactly.
 */
export function heightsOf(layers: Layers, orders: readonly (readonly number[])[], { left, right }: Neighbourhood): Float64Array {
  const y = new Float64Array(layers.layer.length);
  const offset = new Float64Array(y.length);
  let widest = 0;
  for (const order of orders) {
    for (let i = 1; i < order.length; i++) offset[order[i]!] = offset[order[i - 1]!]! + distance(layers, order[i - 1]!, order[i]!);
    for (const v of order) y[v] = offset[v]! - offset[order.at(-1)!]! / 2;
    widest = Math.max(widest, order.length);
  }
  const wanted = new Float64Array(widest);
  const mass = new Float64Array(widest);
  const room = new Int32Array(widest);
  const sweeps = Math.max(LEAST_SWEEPS, Math.min(MOST_SWEEPS, Math.ceil(WORK / y.length)));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let farthest = 0;
    for (let layer = 0; layer < orders.length; layer++) {
      const order = orders[sweep % 2 === 0 ? layer : orders.length - 1 - layer]!;
      for (let i = 0; i < order.length; i++) {
        const v = order[i]!;
        const weight = left.total[v]! + right.total[v]!;
        wanted[i] = (weight > 0 ? (pullOf(v, left, y) + pullOf(v, right, y)) / weight : y[v]!) - offset[v]!;
        mass[i] = weight > 0 ? weight : ALONE;
      }
      isotonic(wanted, mass, room, order.length);
      for (let i = 0; i < order.length; i++) {
        const v = order[i]!;
        const height = wanted[i]! + offset[v]!;
        farthest = Math.max(farthest, Math.abs(height - y[v]!));
        y[v] = height;
      }
    }
    if (farthest < STILL) break;
  }
  return y;
}

/** The heights of a node's neighbours on one side, each times the weight of the piece to it, added up. */
export function pullOf(v: number, { start, at, weight }: Neighbours, y: Float64Array): number {
  let sum = 0;
  for (let i = start[v]!; i < start[v + 1]!; i++) sum += weight[i]! * y[at[i]!]!;
  return sum;
}
