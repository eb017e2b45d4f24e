/** So many operations may be computed for one picture: a few milliseconds' worth. */
const BUDGET = 300_000;

/** Below this a curve shows corners. */
const LEAST = 48;

/** How many places a function of so many nodes is looked at: as many as wanted, or what the budget allows. */
export function resolutionFor(nodes: number, wanted: number): number {
  return Math.round(Math.max(LEAST, Math.min(wanted, BUDGET / Math.max(1, nodes))));
}

/** How many columns, and as many rows, a grid has for a function of so many nodes. */
export function gridFor(nodes: number, wanted: number): number {
  return Math.round(Math.max(LEAST / 2, Math.min(wanted, Math.sqrt(BUDGET / Math.max(1, nodes)))));
}
