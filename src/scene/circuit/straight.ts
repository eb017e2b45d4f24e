import type { DrawnCircuit } from './drawn';

/** Which wires are to be level. */
export interface Straightness {
  /** Of every box, the wire into it that it should be level with, or −1. */
  readonly main: Int32Array;
  /** Of every wire, 1 if it ought to be one level line with the boxes at both of its ends. */
  readonly straight: Uint8Array;
}

/**
 * Of the wires into a box the main one is at the end of the longest way from a leaf; if two are equally long, there is
 * none, and the box stands between them. Of several main wires out of one box the straight one leads farthest. So the
 * way to the output becomes straight.
 */
export function straightnessOf({ symbols, links, output }: DrawnCircuit, depth: Int32Array): Straightness {
  const main = new Int32Array(symbols.length).fill(-1);
  const isTied = new Uint8Array(symbols.length);
  const depthOf = (link: number): number => depth[links[link]?.from ?? 0] ?? 0;
  links.forEach(({ to }, link) => {
    const rival = main[to] ?? -1;
    if (rival === -1 || depthOf(link) > depthOf(rival)) {
      main[to] = link;
      isTied[to] = 0;
    } else if (depthOf(link) === depthOf(rival)) isTied[to] = 1;
  });
  isTied.forEach((tied, box) => {
    if (tied === 1) main[box] = -1;
  });
  // Of what a box leads to, the output's line comes first, then the way with the most boxes.
  const reach = wiresToOutput(links, symbols.length, depth, output);
  const chosen = new Int32Array(symbols.length).fill(-1);
  main.forEach((link, to) => {
    if (link === -1) return;
    const from = links[link]?.from ?? 0;
    const rival = chosen[from] ?? -1;
    if (rival === -1 || (reach[to] ?? 0) > (reach[links[rival]?.to ?? 0] ?? 0)) chosen[from] = link;
  });
  const straight = new Uint8Array(links.length);
  for (const link of chosen) if (link !== -1) straight[link] = 1;
  return { main, straight };
}

/** How many wires the longest way from each box to the output passes; 0 where none leads there. */
function wiresToOutput(links: DrawnCircuit['links'], count: number, depth: Int32Array, output: number): Int32Array {
  const reach = new Int32Array(count);
  reach[output] = 1;
  const backwards = links.toSorted((a, b) => (depth[b.to] ?? 0) - (depth[a.to] ?? 0));
  for (const { from, to } of backwards) {
    const onward = reach[to] ?? 0;
    if (onward > 0) reach[from] = Math.max(reach[from] ?? 0, onward + 1);
  }
  return reach;
}
