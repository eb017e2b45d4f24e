import fc from 'fast-check';
import { edgesOf, isLeaf, type Graph, type GraphNode, type Role } from '../../src/engine/graph';
import type { Recording, Step } from '../../src/engine/recording';
import type { Tensor } from '../../src/engine/tensor';

/** A scalar, made up. */
export function scalar(value: number): Tensor {
  return { shape: [], data: Float64Array.of(value) };
}

/** The lesson's network: two linear layers with a sigmoid between them. */
export const NETWORK: Graph = {
  nodes: [
    { id: 'X', role: 'data', shape: [11, 13] },
    { id: 'y', role: 'data', shape: [11, 1] },
    { id: 'W1', role: 'parameter' },
    { id: 'b1', role: 'parameter' },
    { id: 'W2', role: 'parameter' },
    { id: 'b2', role: 'parameter' },
    { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b1'] },
    { id: 's', op: 'sigmoid', inputs: ['l1'] },
    { id: 'l2', op: 'linear', inputs: ['s', 'W2', 'b2'] },
    { id: 'C', op: 'mse', inputs: ['y', 'l2'] },
  ],
  output: 'C',
};

const MOST_LEAVES = 6;
const MOST_OPERATIONS = 14;

/**
 * Acyclic graphs in which nodes may be read twice, by several readers or by none. A pick that is past the nodes made so
 * far counts on from the first; picks are no larger than that takes, so that a failure shrinks in few steps.
 */
export const graphs: fc.Arbitrary<Graph> = fc
  .record({
    leaves: fc.array(fc.constantFrom<Role>('data', 'parameter', 'constant'), { minLength: 1, maxLength: MOST_LEAVES }),
    operations: fc.array(fc.array(fc.nat(MOST_LEAVES + MOST_OPERATIONS - 2), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: MOST_OPERATIONS,
    }),
  })
  .map(({ leaves, operations }) => {
    const nodes: GraphNode[] = leaves.map((role, index) => ({ id: `x${index}`, role }));
    operations.forEach((picks, index) => {
      const inputs = picks.map((pick) => nodes[pick % nodes.length]?.id ?? 'x0');
      nodes.push({ id: `v${index}`, op: 'add', inputs });
    });
    return { nodes, output: `v${operations.length - 1}` };
  });

/** A recording of a graph with the structure of a real one; its scalars are numbered in the order of the steps. */
export function recordingOf(graph: Graph): Recording {
  const edges = edgesOf(graph);
  const steps: Step[] = [];
  const order: string[] = [];
  let counter = 0;
  const fresh = (): Tensor => scalar(++counter);
  const waiting = new Map(graph.nodes.map((node) => [node.id, isLeaf(node) ? 0 : node.inputs.length]));
  const queue: string[] = [];
  const ready = (node: string): void => {
    queue.push(node);
    steps.push({ phase: 'sort', kind: 'ready', node });
  };
  for (const { id } of graph.nodes) if (waiting.get(id) === 0) ready(id);
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    steps.push({ phase: 'sort', kind: 'emit', node, position: order.length });
    order.push(node);
    for (const edge of edges.filter(({ from }) => from === node)) {
      const left = (waiting.get(edge.to) ?? 0) - 1;
      waiting.set(edge.to, left);
      steps.push({ phase: 'sort', kind: 'release', edge, waiting: left });
      if (left === 0) ready(edge.to);
    }
  }
  const leaves = new Map(graph.nodes.filter(isLeaf).map((leaf) => [leaf.id, leaf]));
  const values = new Map<string, Tensor>();
  for (const node of order.filter((id) => leaves.has(id))) {
    values.set(node, fresh());
    steps.push({ phase: 'feed', kind: 'feed', node, value: values.get(node) ?? fresh() });
  }
  for (const node of order.filter((id) => !leaves.has(id))) {
    for (const edge of edges.filter(({ to }) => to === node)) {
      steps.push({ phase: 'forward', kind: 'carry', edge, value: values.get(edge.from) ?? fresh() });
    }
    values.set(node, fresh());
    steps.push({ phase: 'forward', kind: 'compute', node, value: values.get(node) ?? fresh() });
  }
  const totals = new Map([[graph.output, scalar(1)]]);
  steps.push({ phase: 'seed', kind: 'seed', node: graph.output, gradient: scalar(1) });
  for (const node of order.toReversed().filter((id) => !leaves.has(id))) {
    if (!totals.has(node)) continue;
    for (const edge of edges.filter(({ to }) => to === node)) {
      if (leaves.get(edge.from)?.role === 'constant') continue;
      const flow = fresh();
      const total = scalar((totals.get(edge.from)?.data[0] ?? 0) + (flow.data[0] ?? 0));
      totals.set(edge.from, total);
      steps.push({ phase: 'backward', kind: 'flow', edge, flow, total });
    }
  }
  for (const [node, { role }] of leaves) {
    const [before, gradient] = [values.get(node), totals.get(node)];
    if (role !== 'parameter' || before === undefined || gradient === undefined) continue;
    steps.push({ phase: 'update', kind: 'update', node, before, gradient, after: fresh(), learningRate: 0.01 });
  }
  return { graph, order, edges, steps };
}
