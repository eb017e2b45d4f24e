import { edgesOf, isLeaf, type Edge, type Graph } from '../../engine';

/** A node that is never ready, and for how many inputs it waits in vain. */
export interface StuckNode {
  readonly id: string;
  readonly remaining: number;
}

/** What is left of a graph that cannot be sorted, once nothing in it is ready any more. */
export interface Deadlock {
  /** The nodes that could be taken, in the order in which they were. */
  readonly taken: readonly string[];
  /** All others, in the order of the graph: those of the ring, and whatever waits for them. */
  readonly stuck: readonly StuckNode[];
  /** One ring of nodes of which each reads the one before it, and the first reads the last; it begins with the one that was added first. */
  readonly ring: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * What Kahn’s algorithm takes of a graph and what it has to leave, and a ring among the nodes that are left.
 *
 * @returns undefined for a graph that can be sorted
 */
export function deadlockOf(graph: Graph): Deadlock | undefined {
  const inputs = new Map(graph.nodes.map((node) => [node.id, isLeaf(node) ? [] : node.inputs]));
  const taken: string[] = [];
  const remaining = (id: string): number => (inputs.get(id) ?? []).filter((input) => !taken.includes(input)).length;
  const nextReady = (): string | undefined => graph.nodes.find(({ id }) => !taken.includes(id) && remaining(id) === 0)?.id;
  for (let ready = nextReady(); ready !== undefined; ready = nextReady()) taken.push(ready);
  const stuck = graph.nodes.flatMap(({ id }) => (taken.includes(id) ? [] : [{ id, remaining: remaining(id) }]));
  const first = stuck[0];
  if (first === undefined) return undefined;
  // Each of them reads one that is left, too: whoever goes back from input to input must come round.
  const walk: string[] = [];
  for (let at: string | undefined = first.id; at !== undefined && !walk.includes(at); at = heldUpBy(walk.at(-1))) walk.push(at);
  const around = walk.slice(walk.indexOf(heldUpBy(walk.at(-1)) ?? '')).reverse();
  const start = around.indexOf(graph.nodes.find(({ id }) => around.includes(id))?.id ?? '');
  return { taken, stuck, ring: [...around.slice(start), ...around.slice(0, start)], edges: edgesOf(graph) };

  function heldUpBy(id: string | undefined): string | undefined {
    return id === undefined ? undefined : inputs.get(id)?.find((input) => !taken.includes(input));
  }
}
