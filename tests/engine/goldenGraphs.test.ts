import { describe, expect, test } from 'vitest';
import { compile, type Graph, type GraphNode } from '../../src/engine';
import { expectClose, relativeDifference } from './closeness';
import { asNested, asTensor, golden, type EdgeConvention, type ScalarGraph, type TensorGraph } from './golden';

describe('compile, forward and backward agree with torch', () => {
  test.each(golden.scalar_graphs.graphs.map((graph) => [graph.name, graph] as const))('on every node of the scalar graph %s', (_, stored) => {
    const program = compile(scalarGraph(stored));
    program.forward();
    program.backward();
    expect(relativeDifference(program.value(stored.out).data[0] ?? NaN, stored.value)).toBeLessThanOrEqual(1e-12);
    for (const [id, value] of Object.entries(stored.op_values)) {
      expectClose(program.value(id), asTensor(value), 1e-12, id);
    }
    for (const [id, gradient] of Object.entries({ ...stored.grads, ...stored.op_grads })) {
      expectClose(program.gradient(id), asTensor(gradient), 1e-12, `gradient of ${id}`);
    }
  });

  test.each(golden.tensor_graphs.graphs.map((graph) => [graph.description, graph] as const))('on every node of: %s', (_, stored) => {
    const program = compile(tensorGraph(stored));
    program.forward();
    program.backward();
    expect(relativeDifference(program.value(stored.out).data[0] ?? NaN, stored.value)).toBeLessThanOrEqual(1e-12);
    for (const [id, value] of Object.entries(stored.values)) {
      expectClose(program.value(id), asTensor(value), 1e-12, id);
    }
    for (const [id, gradient] of Object.entries({ ...stored.grads, ...stored.op_grads })) {
      expectClose(program.gradient(id), asTensor(gradient), 1e-12, `gradient of ${id}`);
    }
  });

  test.each(Object.entries(golden.scalar_graphs.edge_conventions_of_torch))('at the edge %s, and with the true slope where torch rounds to 0', (name, edge) => {
    const program = compile(edgeGraph(name, edge));
    program.forward();
    program.backward();
    expect(relativeDifference(program.value('f').data[0] ?? NaN, edge.value)).toBeLessThanOrEqual(1e-14);
    for (const [id, slope] of Object.entries(edge.grads)) {
      expect(relativeDifference(program.gradient(id).data[0] ?? NaN, edge.true_derivative ?? slope), id).toBeLessThanOrEqual(1e-15);
    }
  });
});

/** Arguments that are numbers become constants, each a leaf of its own. */
function argument(nodes: GraphNode[], owner: string, port: number, arg: string | number): string {
  if (typeof arg === 'string') return arg;
  const id = `${owner}#${port}`;
  nodes.push({ id, role: 'constant', value: arg });
  return id;
}

function scalarGraph({ inputs, ops, out }: ScalarGraph): Graph {
  const nodes: GraphNode[] = Object.entries(inputs).map(([id, value]) => ({ id, role: 'parameter', value }));
  for (const [id, op, ...args] of ops) {
    nodes.push({ id, op, inputs: args.map((arg, port) => argument(nodes, id, port, arg)) });
  }
  return { nodes, output: out };
}

function tensorGraph({ inputs, ops, out }: TensorGraph): Graph {
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

/** The names of the edges tell which op is meant. */
function edgeGraph(name: string, { inputs }: EdgeConvention): Graph {
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
