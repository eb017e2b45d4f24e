/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a layer or a node of the layers */
import type { DrawnCircuit } from './drawn';
import { BOX, LABEL } from './kinds';
import type { Layers } from './layers';
import { MARGIN } from './measures';

/** Where a layer is: no wire turns between its left and its right. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

const LEVEL_LANE = 7;
const LEAST_LANE = 18;
const MOST_LANE = 72;
const LANE_PER_RISE = 0.4;

/**
 * The columns from left to right. A column of boxes is as wide as its widest box, one of figures as wide as a figure; the
 * lanes between them are narrow where all wires are level, and wider the further wires have to turn in them.
 *
 * @param arrivals how far from the middle of its box each wire arrives
 */
export function columnsOf({ symbols, links }: DrawnCircuit, layers: Layers, y: Float64Array, arrivals: Float64Array, figureRoom: number): Column[] {
  const { layer, kind, pieces, ways, layerCount } = layers;
  const width = new Float64Array(layerCount);
  layer.forEach((at, v) => {
    width[at] = Math.max(width[at]!, symbols[v]?.width ?? (kind[v] === LABEL ? figureRoom : 0));
  });
  // Of each lane, named by the layer before it, the farthest that a wire turns in it.
  const rise = new Float64Array(layerCount);
  const reach = (from: number, height: number): void => {
    const lane = layer[from]!;
    rise[lane] = Math.max(rise[lane]!, Math.abs(height - y[from]!));
  };
  for (const { from, to } of pieces) if (kind[to] !== BOX) reach(from, y[to]!);
  links.forEach(({ to }, link) => reach(ways[link]!.at(-2)!, y[to]! + arrivals[link]!));
  const columns: Column[] = [];
  let left = MARGIN;
  for (let at = 0; at < layerCount; at++) {
    columns.push({ left, right: left + width[at]! });
    left += width[at]! + laneFor(rise[at]!);
  }
  return columns;
}

function laneFor(rise: number): number {
  return rise < 0.5 ? LEVEL_LANE : Math.min(Math.max(Math.round(LEVEL_LANE + rise * LANE_PER_RISE), LEAST_LANE), MOST_LANE);
}
