import { describe, expect, test } from 'vitest';
import { checkGradient, compile, record, sgdUpdate, topologicalSort, Trainer, type Graph, type GraphNode, type NestedNumbers, type Program } from '../../src/engine';
import { standardize } from '../../src/datasets/scaling';
import { kahn } from '../../src/engine/sort';
import { buildNetwork } from '../../src/lessons/network';
import { thrownBy } from './thrown';

/** What goes wrong in the lesson's own code, one after the other, and goes right here. */
describe('unlike in the code of the lesson,', () => {
  test('backward goes through add and mul', () => {
    const program = run('mul', [[2, 3], [4, 5]]);
    expect(gradient(program, 'x0')).toEqual([4, 5]);
    expect(gradient(run('add', [[2, 3], [4, 5]]), 'x0')).toEqual([1, 1]);
  });

  test('backward counts x·x, x + x and mse(y, y) twice', () => {
    const shared = (op: string): Program => ran({ nodes: [leaf('x', 3), { id: 'f', op, inputs: ['x', 'x'] }], output: 'f' });
    expect(gradient(shared('mul'), 'x')).toEqual([6]);
    expect(gradient(shared('add'), 'x')).toEqual([2]);
    expect(gradient(shared('mse'), 'x')).toEqual([0]);
    expect(shared('mul').edges.map(({ id }) => id)).toEqual(['f:0', 'f:1']);
  });

  test('backward of mse divides by all cells, with several outputs, too', () => {
    const y = Array.from({ length: 4 }, (_, i) => [i, 2 * i, 3 * i]);
    const a = y.map((row) => row.map((x) => x + 1));
    const program = run('mse', [y, a]);
    expect(program.value('f').data[0]).toBe(1);
    gradient(program, 'x1').forEach((slope) => expect(slope).toBeCloseTo(2 / 12, 15));
    expect(checkGradient(program, 'x1').relativeError).toBeLessThan(1e-9);
  });

  test('mse meets targets of shape 3 with predictions of shape 3 × 1 cell by cell, and refuses a single target for three', () => {
    expect(run('mse', [[1, 2, 3], [[1], [2], [5]]]).value('f').data[0]).toBe(4 / 3);
    expect(thrownBy(() => run('mse', [[1], [[1], [2], [5]]])).message).toBe('MSE "f": y is 1 but a is 3 × 1; there must be one target for each prediction');
  });

  test('backward of whole numbers gives fractions', () => {
    const program = ran({ nodes: [leaf('x', [1, 2]), { id: 'f', op: 'mean', inputs: ['x'] }], output: 'f' });
    expect(gradient(program, 'x')).toEqual([0.5, 0.5]);
  });

  test('backward sums the gradient of a bias of shape 1 back to shape 1', () => {
    const program = run('linear', [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [10]]);
    expect(program.gradient('x2')).toEqual({ shape: [1], data: Float64Array.of(4) });
  });

  test('compile gives every node inputs of its own', () => {
    const graph: Graph = { nodes: [leaf('a', 1), leaf('b', 2), { id: 'f', op: 'add', inputs: ['a'] }, { id: 'g', op: 'add', inputs: ['b'] }], output: 'g' };
    const program = ran(graph);
    expect(program.edges.map(({ from, to }) => `${from} → ${to}`)).toEqual(['a → f', 'b → g']);
    expect(program.value('f').data[0]).toBe(1);
  });

  test('an update changes no array of the caller, and two weights fed from one array stay apart', () => {
    const zeros = [0, 0];
    const program = ran({
      nodes: [leaf('v', zeros), leaf('w', zeros), leaf('x', [1, 2]), { id: 'wx', op: 'mul', inputs: ['w', 'x'] }, { id: 'f', op: 'sub', inputs: ['v', 'wx'] }],
      output: 'f',
    });
    sgdUpdate(program, 1);
    expect(zeros).toEqual([0, 0]);
    expect([...program.value('v').data, ...program.value('w').data]).toEqual([-1, -1, 1, 2]);
  });

  test('sigmoid does not overflow at −745, and has its slope at +40', () => {
    expect(run('sigmoid', [-745]).value('f').data[0]).toBe(5e-324);
    expect(gradient(run('sigmoid', [40]), 'x0')[0]).toBeCloseTo(4.248354255291589e-18, 32);
  });

  test('topologicalSort gives one order every time, and the output is the node that was asked for', () => {
    const graph: Graph = {
      nodes: [leaf('x', 3), leaf('y', 2), { id: 'cost', op: 'mul', inputs: ['x', 'y'] }, { id: 'second sink', op: 'exp', inputs: ['x'] }, { id: 'third', op: 'neg', inputs: ['second sink'] }],
      output: 'cost',
    };
    const orders = Array.from({ length: 20 }, () => topologicalSort(graph).join());
    expect(new Set(orders)).toEqual(new Set(['x,y,second sink,cost,third']));
    expect(gradient(ran(graph), 'x')).toEqual([2]);
  });

  test('topologicalSort takes a chain of diamonds of depth 1,000 in steps proportional to its size', () => {
    const nodes: GraphNode[] = [leaf('v0', 1)];
    for (let d = 0; d < 1000; d++) {
      nodes.push({ id: `a${d}`, op: 'sin', inputs: [`v${d}`] }, { id: `b${d}`, op: 'cos', inputs: [`v${d}`] }, { id: `v${d + 1}`, op: 'add', inputs: [`a${d}`, `b${d}`] });
    }
    expect(topologicalSort({ nodes, output: 'v1000' })).toHaveLength(3001);
    let events = 0;
    const note = (): void => {
      events++;
    };
    kahn({ nodeCount: 4, from: Int32Array.of(0, 0, 1, 2), to: Int32Array.of(1, 2, 3, 3) }, { ready: note, emit: note, release: note });
    expect(events).toBe(2 * 4 + 4);
  });

  test('topologicalSort ends on a cycle, and spells it', () => {
    const graph: Graph = { nodes: [{ id: 'a', op: 'neg', inputs: ['c'] }, { id: 'b', op: 'neg', inputs: ['a'] }, { id: 'c', op: 'neg', inputs: ['b'] }], output: 'c' };
    expect(thrownBy(() => topologicalSort(graph)).message).toBe('The graph has a cycle: a → b → c → a; a node cannot wait for its own result');
  });

  test('forward names the input that was not fed', () => {
    const graph: Graph = { nodes: [{ id: 'x', role: 'data', shape: [2, 3] }, { id: 'f', op: 'exp', inputs: ['x'] }], output: 'f' };
    expect(thrownBy(() => ran(graph)).message).toBe('"x" has no value; feed it 2 × 3 before the forward pass');
  });

  test('backward does not count a second cost that nobody asked for', () => {
    const nodes: GraphNode[] = [leaf('y', [1, 2]), leaf('a', [3, 5]), { id: 'C', op: 'mse', inputs: ['y', 'a'] }];
    const once = ran({ nodes, output: 'C' });
    const twice = ran({ nodes: [...nodes, { id: 'unused', op: 'mse', inputs: ['y', 'a'] }], output: 'C' });
    expect(gradient(twice, 'a')).toEqual(gradient(once, 'a'));
    expect(gradient(twice, 'a')).toEqual([2, 3]);
  });

  test('add of shapes 3 and 2 × 3 works in either order, and changes neither input', () => {
    const matrix = [[1, 2, 3], [4, 5, 6]];
    for (const inputs of [[[10, 20, 30], matrix], [matrix, [10, 20, 30]]]) {
      const program = run('add', inputs);
      expect(program.value('f')).toEqual({ shape: [2, 3], data: Float64Array.of(11, 22, 33, 14, 25, 36) });
      expect(program.value('x0').data).toEqual(Float64Array.from(inputs[0]?.flat() ?? []));
    }
  });

  test('backward has gradients without a cost on top: those of the sum of the output', () => {
    expect(gradient(run('sigmoid', [[0, 0]]), 'x0')).toEqual([0.25, 0.25]);
  });

  test('linear takes one example as a vector, forwards and backwards', () => {
    const program = run('linear', [[1, 2], [[3, 4, 5], [6, 7, 8]], [0, 0, 1]]);
    expect(program.value('f')).toEqual({ shape: [3], data: Float64Array.of(15, 18, 22) });
    expect(program.gradient('x0')).toEqual({ shape: [2], data: Float64Array.of(12, 21) });
    expect(program.gradient('x1')).toEqual({ shape: [2, 3], data: Float64Array.of(1, 1, 1, 2, 2, 2) });
  });

  test('standardize makes a constant column zeros instead of NaN', () => {
    expect([...standardize(Float64Array.of(7, 1, 7, 3), 2).values]).toEqual([0, -1, 0, 1]);
  });

  test('backward of an mse minds its own readers', () => {
    const program = ran({
      nodes: [leaf('y', [1, 2]), leaf('a', [3, 5]), leaf('target', 1.5), { id: 'inner', op: 'mse', inputs: ['y', 'a'] }, { id: 'outer', op: 'mse', inputs: ['target', 'inner'] }],
      output: 'outer',
    });
    // inner is 6.5, so that what arrives there is 2 · (6.5 − 1.5) = 10.
    expect(gradient(program, 'a')).toEqual([20, 30]);
    const [, first] = record(program).steps.filter((step) => step.kind === 'flow');
    expect(first?.flow.data[0]).toBe(10);
  });

  test('a first step is taken wherever the descent starts', () => {
    const graph = buildNetwork({ features: 1, hidden: 1, batchSize: 1, seed: 1 });
    const data = { X: { shape: [1, 1], data: Float64Array.of(0) }, y: { shape: [1, 1], data: Float64Array.of(1) } };
    for (const start of [0, -1, 8]) {
      const nodes = graph.nodes.map((node): GraphNode => (node.id === 'b2' ? leaf('b2', [start]) : node));
      const trainer = new Trainer({ graph: { ...graph, nodes }, data, batchSize: 1, learningRate: 0.01, seed: 1 });
      const first = trainer.step();
      let last = first;
      for (let i = 0; i < 300; i++) last = trainer.step();
      expect(first).toBeGreaterThan(0);
      expect(last).toBeLessThan(first / 100);
    }
  });
});

function leaf(id: string, value: NestedNumbers): GraphNode {
  return { id, role: 'parameter', value };
}

function run(op: string, inputs: readonly NestedNumbers[]): Program {
  const ids = inputs.map((_, port) => `x${port}`);
  return ran({ nodes: [...inputs.map((value, port) => leaf(`x${port}`, value)), { id: 'f', op, inputs: ids }], output: 'f' });
}

function ran(graph: Graph): Program {
  const program = compile(graph);
  program.forward();
  program.backward();
  return program;
}

function gradient(program: Program, id: string): number[] {
  return [...program.gradient(id).data];
}
