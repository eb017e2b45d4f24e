import type { Graph, GraphNode } from '../../src/engine';
import { asNested, type EdgeConvention, type ScalarGraph, type TensorGraph } from './golden';

/** Arguments that are numbers become constants, each a leaf of its own. */
function argument(nodes: GraphNode[], owner: string, port: number, arg: string | number): string {
  if (typeof arg === 'string') return arg;
  const id = `${owner}#${port}`;
  nodes.push({ id, role: 'constant', value: arg });
  return id;
}

/** A stored graph of single numbers. */
export function scalarGraph({ inputs, ops, out }: ScalarGraph): Graph {
  const nodes: GraphNode[] = Object.entries(inputs).map(([id, value]) => ({ id, role: 'parameter', value }));
  for (const [id, op, ...args] of ops) {
    nodes.push({ id, op, inputs: args.map((arg, port) => argument(nodes, id, port, arg)) });
  }
  return { nodes, output: out };
}

/** A stored graph of tensors. */
export function tensorGraph({ inputs, ops, out }: TensorGraph): Graph {
  const nodes: GraphNode[] = Object.entries(inputs).map(([id, value]) => ({ id, role: 'parameter', value: asNested(value) }));
  for (const { name: id, op, args, attrs } of ops) {
    const read = args.map((arg, port) => argument(nodes, id, port, arg));
    if (attrs === undefined) nodes.push({ id, op, inputs: read });
    else {
      nodes.push({ id: 'labels', role: 'data', value: attrs.labels });
      nodes.push({ id, op: 'softmaxCrossEntropy', inputs: [...read, 'labels'] });
    }
  }
  return { nodes, output: out };
}

/** The graph of an edge, whose name tells which op is meant. */
export function edgeGraph(name: string, { inputs }: EdgeConvention): Graph {
  const nodes: GraphNode[] = Object.entries(inputs).map(([id, value]) => ({ id, role: 'parameter', value }));
  const three: GraphNode = { id: 'three', role: 'constant', value: 3 };
  const op = (op: string, ...read: string[]): GraphNode => ({ id: 'f', op, inputs: read });
  if (name === 'relu_at_0') return { nodes: [...nodes, op('relu', 'a')], output: 'f' };
  if (name === 'max_tie') return { nodes: [...nodes, op('max', 'a', 'b')], output: 'f' };
  if (name.startsWith('sigmoid_')) return { nodes: [...nodes, op('sigmoid', 'a')], output: 'f' };
  if (name === 'x_times_x') return { nodes: [...nodes, op('mul', 'a', 'a')], output: 'f' };
  if (name === 'x_plus_x') return { nodes: [...nodes, op('add', 'a', 'a')], output: 'f' };
  if (name === 'pow_neg_base_int') return { nodes: [...nodes, three, op('pow', 'a', 'three')], output: 'f' };
  throw new Error(`the golden file has an edge that this test does not know: ${name}`);
}
