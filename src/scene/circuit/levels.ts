/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a box, a wire or a node of the layers */
import type { DrawnCircuit } from './drawn';
import { BEND } from './kinds';
import type { Straightness } from './straight';

/** The layers as far as they are known when it is decided what is to be level. */
interface Ways {
  /** Of every node, what it is. */
  readonly kind: readonly number[];
  /** Of every wire, the nodes that it passes, from box to box. */
  readonly ways: readonly (readonly number[])[];
  /** The place of the output's own figures. */
  readonly result: number;
  /** Of every box, how many wires read it. */
  readonly readings: Int32Array;
}

/**
 * For every node, the one in the next layer that it should be level with, or −1. What comes first has the choice: the
 * output's own figures, the straight wires, the bends of the others, their figures, and last the boxes at their ends.
 */
export function levelsOf({ links, output }: Pick<DrawnCircuit, 'links' | 'output'>, { kind, ways, result, readings }: Ways, { straight, main }: Straightness): number[] {
  const next = kind.map(() => -1);
  const isLedTo = new Uint8Array(kind.length);
  const level = (from: number, to: number): void => {
    if (next[from] !== -1 || isLedTo[to] === 1) return;
    next[from] = to;
    isLedTo[to] = 1;
  };
  level(output, result);
  ways.forEach((way, link) => {
    if (straight[link] === 1) for (let i = 1; i < way.length; i++) level(way[i - 1]!, way[i]!);
  });
  // A wire, or several that run as one, bends as little as it can; where one turns off, the others go straight on.
  for (const joinsLabel of [false, true]) {
    for (const way of ways) {
      for (let i = 2; i + 1 < way.length; i++) if (joinsLabel || (kind[way[i]!] === BEND && kind[way[i - 1]!] === BEND)) level(way[i - 1]!, way[i]!);
    }
  }
  ways.forEach((way, link) => {
    const [first, second] = [way[0]!, way[1]!];
    if (main[links[link]!.to] === link) level(way.at(-2)!, way.at(-1)!);
    if (readings[first] === 1 || kind[second] === BEND) level(first, second);
  });
  return next;
}
