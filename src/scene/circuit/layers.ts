/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a box, a wire or a node made here */
import type { DrawnCircuit } from './drawn';
import { BEND, BOX, LABEL } from './kinds';
import { levelsOf } from './levels';
import { LABEL_HALF, NAME_DROP, SUM_RISE, WIRE_HALF } from './measures';
import type { Ranks } from './ranks';
import type { Straightness } from './straight';

/** A piece of a wire, between nodes of neighbouring layers. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** How much it matters that the piece is level. */
  readonly weight: number;
}

/**
 * The circuit with every wire cut into pieces that lead from one layer to the next. Layers are numbered from left to
 * right: boxes stand in the even ones, label places in the odd ones, and bends wherever a wire passes.
 */
export interface Layers {
  /** Of every node, its layer, what it is, and half of its height. The boxes come first, in their order. */
  readonly layer: readonly number[];
  readonly kind: readonly number[];
  readonly half: readonly number[];
  /** Of every node, how far its name reaches under it, and the sum of its gradient over it. */
  readonly under: readonly number[];
  readonly over: readonly number[];
  readonly layerCount: number;
  readonly pieces: readonly Piece[];
  /** Of every wire, the nodes that it passes, from box to box; and the one at which its figures stand. */
  readonly ways: readonly (readonly number[])[];
  readonly labels: readonly number[];
  /** The place of the output's own figures, right of its box. */
  readonly result: number;
  /** For a node, the one in the next layer that it should be level with, or −1; no node has two before it. */
  readonly next: readonly number[];
}

const STRAIGHT = 8;
const INNER = 6;
const BESIDE = 4;

/**
 * Cuts the wires. The figures of a wire stand right after its source if nothing else reads that, and right before its
 * target otherwise. Several wires out of one box run as one until each turns off to its own label place.
 */
export function layersOf({ symbols, links, output }: DrawnCircuit, { rank, depth }: Ranks, straightness: Straightness): Layers {
  const layer = Array.from(rank.subarray(0, symbols.length), (value) => value * 2);
  const kind = symbols.map(() => BOX);
  const half = symbols.map(({ height }) => height / 2);
  const pieces: Piece[] = [];
  const add = (what: number, at: number): number => {
    layer.push(at);
    kind.push(what);
    half.push(what === LABEL ? LABEL_HALF : WIRE_HALF);
    return layer.length - 1;
  };
  const readings = new Int32Array(symbols.length);
  for (const { from } of links) readings[from]!++;
  const trunks = new Map<number, number[]>();
  const labels: number[] = [];
  const ways = links.map(({ from, to }, link) => {
    const loose = looseness(depth[from]!);
    const [first, last] = [layer[from]! + 1, layer[to]! - 1];
    const isStraight = straightness.straight[link] === 1;
    const way = [from];
    const piece = (node: number, weight: number): void => {
      pieces.push({ from: way.at(-1)!, to: node, weight: isStraight ? STRAIGHT : weight });
      way.push(node);
    };
    if (readings[from] === 1) {
      labels.push(layer.length);
      piece(add(LABEL, first), BESIDE);
      for (let at = first + 1; at <= last; at++) piece(add(BEND, at), INNER);
      piece(to, loose);
      return way;
    }
    const trunk = trunks.get(from) ?? [];
    trunks.set(from, trunk);
    for (let at = first; at < last; at++) {
      const known = trunk[at - first];
      if (known === undefined) {
        const bend = add(BEND, at);
        trunk.push(bend);
        piece(bend, at === first ? loose : INNER);
      } else way.push(known);
    }
    labels.push(layer.length);
    piece(add(LABEL, last), loose);
    piece(to, BESIDE);
    return way;
  });
  const result = add(LABEL, layer[output]! + 1);
  pieces.push({ from: output, to: result, weight: STRAIGHT });

  // A constant has no gradient. A folded line has its name inside.
  const over = kind.map((_, v) => ((readings[v] ?? 0) > 1 && symbols[v]?.form !== 'constant' ? SUM_RISE : 0));
  const under = kind.map((_, v) => (hasNameBelow(symbols[v]) ? NAME_DROP : 0));
  const next = levelsOf({ links, output }, { kind, ways, result, readings }, straightness);
  return { layer, kind, half, under, over, layerCount: layer.reduce((a, b) => Math.max(a, b), 0) + 1, pieces, ways, labels, result, next };
}

function hasNameBelow(symbol: DrawnCircuit['symbols'][number] | undefined): boolean {
  return symbol !== undefined && (symbol.form === 'operation' || symbol.form === 'cost') && symbol.text !== symbol.id;
}

/** Boxes near the leaves stand in the middle of what they read, rather than near what reads them. */
function looseness(depth: number): number {
  return 1 + 3 / (1 + depth);
}
