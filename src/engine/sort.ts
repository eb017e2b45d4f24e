/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index below is a node or an edge of the wiring */
import { checkGraph } from './check';
import { GraphError } from './errors';
import { isLeaf, type Graph } from './graph';

/** A graph as integers: edge e goes from node `from[e]` to node `to[e]`, sorted by `to` and, within it, by port. */
export interface Wiring {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Who watches the sort at work. */
export interface SortObserver {
  /** Every input of the node has been emitted: it joins the queue. */
  ready(node: number): void;
  /** The node leaves the queue for place number `position` of the order. */
  emit(node: number, position: number): void;
  /** An edge out of the emitted node goes; its reader still waits for `waiting` inputs. */
  release(edge: number, waiting: number): void;
}

/**
 * Kahn's algorithm (A. B. Kahn, Topological sorting of large networks, CACM 5, 1962), in time and room
 * proportional to nodes plus edges.
 *
 * Deterministic: the ready nodes wait in a queue, which starts with the leaves in the order in which they were
 * added to the graph; the nodes that one emission makes ready join it in that order, too.
 *
 * @returns the nodes in order; fewer than there are if there is a cycle
 */
export function kahn({ nodeCount, from, to }: Wiring, observer?: SortObserver): Int32Array {
  const edgeCount = from.length;
  const waiting = new Int32Array(nodeCount);
  // The edges out of node v are out[start[v]] … out[start[v + 1] − 1].
  const start = new Int32Array(nodeCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    waiting[to[e]!]!++;
    start[from[e]! + 1]!++;
  }
  for (let v = 0; v < nodeCount; v++) start[v + 1]! += start[v]!;
  const out = new Int32Array(edgeCount);
  const next = start.slice();
  for (let e = 0; e < edgeCount; e++) out[next[from[e]!]!++] = e;

  // The order itself is the queue: what has been emitted stands before `head`.
  const order = new Int32Array(nodeCount);
  let tail = 0;
  for (let v = 0; v < nodeCount; v++) {
    if (waiting[v] !== 0) continue;
    order[tail++] = v;
    observer?.ready(v);
  }
  for (let head = 0; head < tail; head++) {
    const v = order[head]!;
    observer?.emit(v, head);
    for (let i = start[v]!; i < start[v + 1]!; i++) {
      const e = out[i]!;
      const reader = to[e]!;
      waiting[reader]!--;
      observer?.release(e, waiting[reader]!);
      if (waiting[reader] === 0) {
        order[tail++] = reader;
        observer?.ready(reader);
      }
    }
  }
  return tail === nodeCount ? order : order.subarray(0, tail);
}

/** The wiring of a checked graph. */
export function wiringOf(graph: Graph, positions: ReadonlyMap<string, number>): Wiring {
  let edgeCount = 0;
  for (const node of graph.nodes) if (!isLeaf(node)) edgeCount += node.inputs.length;
  const from = new Int32Array(edgeCount);
  const to = new Int32Array(edgeCount);
  let edge = 0;
  graph.nodes.forEach((node, position) => {
    if (isLeaf(node)) return;
    for (const input of node.inputs) {
      from[edge] = positions.get(input)!;
      to[edge++] = position;
    }
  });
  return { nodeCount: graph.nodes.length, from, to };
}

/**
 * The ids of a graph in an order in which every node comes after all that it reads.
 *
 * @throws GraphError for anything that `checkGraph` finds, and for a cycle, whose path it spells out
 */
export function topologicalSort(graph: Graph): string[] {
  const wiring = wiringOf(graph, checkGraph(graph));
  return Array.from(sortedOrThrow(graph, wiring), (node) => graph.nodes[node]!.id);
}

/** The order of a wiring. @throws GraphError with the path of a cycle */
export function sortedOrThrow(graph: Graph, wiring: Wiring): Int32Array {
  const order = kahn(wiring);
  if (order.length === graph.nodes.length) return order;
  const path = cycleAmong(wiring, order).map((node) => graph.nodes[node]!.id);
  throw new GraphError(`The graph has a cycle: ${spelled(path)}; a node cannot wait for its own result`, path[0]);
}

/** A path as a reader would write it: of a long one, the beginning and the end. */
function spelled(path: readonly string[]): string {
  if (path.length <= MOST_SPELLED) return path.join(' → ');
  const [head, tail] = [path.slice(0, 6), path.slice(-3)];
  return [...head, `… (${path.length - head.length - tail.length} more)`, ...tail].join(' → ');
}

const MOST_SPELLED = 16;

/**
 * One cycle among the nodes that Kahn could not emit, in the direction of the edges, first node repeated at the
 * end. Each of them reads at least one other of them, so walking backwards must come round.
 */
function cycleAmong({ nodeCount, from, to }: Wiring, emitted: Int32Array): number[] {
  const stuck = new Uint8Array(nodeCount).fill(1);
  for (const node of emitted) stuck[node] = 0;
  const stuckInput = new Int32Array(nodeCount).fill(-1);
  for (let e = from.length - 1; e >= 0; e--) if (stuck[from[e]!] === 1) stuckInput[to[e]!] = from[e]!;
  const seenAt = new Int32Array(nodeCount).fill(-1);
  const walk: number[] = [];
  let node = stuck.indexOf(1);
  while (seenAt[node] === -1) {
    seenAt[node] = walk.length;
    walk.push(node);
    node = stuckInput[node]!;
  }
  const cycle = walk.slice(seenAt[node]).reverse();
  // Begin with the member that was added first: the same cycle is always spelled the same way.
  const first = cycle.indexOf(cycle.reduce((least, member) => Math.min(least, member)));
  const rotated = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...rotated, rotated[0]!];
}
