import type { Shape } from './shape';
import type { NestedNumbers } from './tensor';

/** What a leaf is for: `data` is fed, a `parameter` is trained, a `constant` never changes and gets no gradient. */
export type Role = 'data' | 'parameter' | 'constant';

/** A node that reads nothing. It has a value, or a shape that tells which value it waits for, or both. */
export interface Leaf {
  readonly id: string;
  readonly role: Role;
  readonly shape?: Shape;
  readonly value?: NestedNumbers;
}

/** Options of one operation, such as the axis of a sum. Plain JSON. */
export type Attributes = Readonly<Record<string, number | string | boolean | readonly number[] | null>>;

/** A node that computes: the name of its op and the ids that its ports read, in the order of the ports. */
export interface Operation {
  readonly id: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes?: Attributes;
}

export type GraphNode = Leaf | Operation;

/** A computation as plain JSON. `output` is the node that gradients are taken of: the cost. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly output: string;
}

/** One reading of a node: port number `port` of `to` reads `from`. A node read twice has two edges. */
export interface Edge {
  /** `to:port`, which is unique: a port reads exactly one node. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

/** Whether a node is a leaf. */
export function isLeaf(node: GraphNode): node is Leaf {
  return 'role' in node;
}

/** The name of the edge into a port. */
export function edgeId(to: string, port: number): string {
  return `${to}:${port}`;
}

/** Every edge of a graph, in the order of the nodes and, within a node, of its ports. */
export function edgesOf(graph: Graph): Edge[] {
  return graph.nodes.flatMap((node) =>
    isLeaf(node) ? [] : node.inputs.map((from, port) => ({ id: edgeId(node.id, port), from, to: node.id, port })),
  );
}
