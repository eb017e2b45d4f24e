import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, edgesOf, isLeaf, PHASES, record, sgdUpdate, type Graph, type Program, type Recording } from '../../src/engine';
import { arbitraryGraph } from './arbitraryGraphs';
import { thrownBy } from './thrown';

const square: Graph = {
  nodes: [
    { id: 'x', role: 'parameter', value: [2, 3] },
    { id: 'b', role: 'data', shape: [] },
    { id: 'm', op: 'mul', inputs: ['x', 'x'] },
    { id: 'f', op: 'add', inputs: ['m', 'b'] },
  ],
  output: 'f',
};

describe('record', () => {
  test('leaves every value, gradient and parameter as the unrecorded run does, bit for bit', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), fc.double({ min: 1e-3, max: 1, noNaN: true }), (graph, learningRate) => {
        const plain = compile(graph);
        plain.forward();
        plain.backward();
        sgdUpdate(plain, learningRate);
        const recorded = compile(graph);
        record(recorded, { learningRate });
        for (const { id } of graph.nodes) {
          expect(recorded.value(id)).toEqual(plain.value(id));
          expect(recorded.gradient(id)).toEqual(plain.gradient(id));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows in each node the sum of the flows along its edges, and in the end its gradient', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (graph) => {
        const program = compile(graph);
        const sums = new Map<string, Float64Array>();
        for (const step of record(program).steps) {
          if (step.kind === 'seed') sums.set(step.node, step.gradient.data);
          if (step.kind !== 'flow') continue;
          const before = sums.get(step.edge.from) ?? new Float64Array(step.flow.data.length);
          const sum = before.map((x, i) => x + (step.flow.data[i] ?? NaN));
          expect(step.total.data).toEqual(sum);
          expect(step.flow.shape).toEqual(program.view(step.edge.from).shape);
          sums.set(step.edge.from, sum);
        }
        for (const [id, sum] of sums) expect(program.gradient(id).data).toEqual(sum);
      }),
    );
  });

  test('goes through the phases in their order, and through every edge and operation once', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (graph) => {
        const { steps, edges, order } = record(compile(graph), { learningRate: 0.1 });
        const phases = steps.map((step) => PHASES.indexOf(step.phase));
        expect([...phases].sort((a, b) => a - b)).toEqual(phases);
        const carried = steps.flatMap((step) => (step.kind === 'carry' ? [step.edge.id] : []));
        expect([...carried].sort()).toEqual(edgesOf(graph).map(({ id }) => id).sort());
        expect(edges).toEqual(edgesOf(graph));
        const operations = graph.nodes.filter((node) => !isLeaf(node)).map(({ id }) => id);
        expect(steps.flatMap((step) => (step.kind === 'compute' ? [step.node] : []))).toEqual(order.filter((id) => operations.includes(id)));
      }),
    );
  });

  test('shows x·x with two edges, each with its own flow', () => {
    const { steps } = record(fedSquare(), { learningRate: 0.5 });
    const words = steps.flatMap((step): string[] => {
      if (step.phase === 'sort') return [];
      if (step.kind === 'feed') return [`feed ${step.node} ${step.value.data.join()}`];
      if (step.kind === 'carry') return [`carry ${step.edge.id} ${step.value.data.join()}`];
      if (step.kind === 'compute') return [`compute ${step.node} ${step.value.data.join()}`];
      if (step.kind === 'seed') return [`seed ${step.node} ${step.gradient.data.join()}`];
      if (step.kind === 'flow') return [`flow ${step.edge.id} ${step.flow.data.join()} → ${step.total.data.join()}`];
      return [`update ${step.node} ${step.before.data.join()} → ${step.after.data.join()} by ${step.gradient.data.join()} at ${step.learningRate}`];
    });
    expect(words).toEqual([
      'feed x 2,3',
      'feed b 1',
      'carry m:0 2,3',
      'carry m:1 2,3',
      'compute m 4,9',
      'carry f:0 4,9',
      'carry f:1 1',
      'compute f 5,10',
      'seed f 1,1',
      'flow f:0 1,1 → 1,1',
      'flow f:1 2 → 2',
      'flow m:0 2,3 → 2,3',
      'flow m:1 2,3 → 4,6',
      'update x 2,3 → 0,0 by 4,6 at 0.5',
    ]);
  });

  test('holds copies that later runs do not change', () => {
    const program = fedSquare();
    const recording = record(program, { learningRate: 0.5 });
    const before = structuredClone(recording);
    program.feed('b', 9);
    record(program, { learningRate: 0.5 });
    expect(recording).toEqual(before);
  });

  test('makes the steps of the sort once for a graph, and carries the very tensors that were fed or computed', () => {
    const program = fedSquare();
    const [one, two] = [record(program).steps, record(program).steps];
    const values = new Map<string, unknown>();
    one.forEach((step, index) => {
      if (step.phase === 'sort') expect(two[index]).toBe(step);
      if (step.kind === 'feed' || step.kind === 'compute') values.set(step.node, step.value);
      if (step.kind === 'carry') expect(step.value).toBe(values.get(step.edge.from));
      // All else is its own: what was recorded before stays.
      if (step.kind === 'compute') expect((two[index] as typeof step).value.data).not.toBe(step.value.data);
    });
    expect(values.size).toBe(4);
  });

  test('is plain data, which a worker can post', () => {
    const recording: Recording = record(fedSquare(), { learningRate: 0.5 });
    expect(structuredClone(recording)).toEqual(recording);
  });

  test('ends without an update, and without moving a parameter, if there is no learning rate', () => {
    const program = fedSquare();
    expect(record(program).steps.some((step) => step.phase === 'update')).toBe(false);
    expect([...program.value('x').data]).toEqual([2, 3]);
  });

  test('refuses to run before every leaf has a value', () => {
    expect(thrownBy(() => record(compile(square))).message).toBe('"b" has no value; feed it scalar before the forward pass');
  });
});

describe('sgdUpdate', () => {
  test('moves all parameters against their gradients and says whether they are finite', () => {
    const program = fedSquare();
    program.forward();
    program.backward();
    expect(sgdUpdate(program, 0.25)).toBe(true);
    expect([...program.value('x').data]).toEqual([1, 1.5]);
    expect(sgdUpdate(program, Infinity)).toBe(false);
  });

  test.each([NaN, Infinity, -Infinity])('notices a gradient of %d anywhere', (gradient) => {
    const program = fedSquare();
    program.forward();
    program.backward();
    program.gradientView('x').data[1] = gradient;
    expect(sgdUpdate(program, 0.25)).toBe(false);
  });
});

function fedSquare(): Program {
  const program = compile(square);
  program.feed('b', 1);
  return program;
}
