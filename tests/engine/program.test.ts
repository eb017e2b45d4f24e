import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, GraphError, isLeaf, tensor, type Graph, type Program } from '../../src/engine';
import { arbitraryGraph } from './arbitraryGraphs';
import { thrownBy } from './thrown';

/** f = (x + x) · w, summed; `other` reads the same leaves and leads nowhere. */
const graph: Graph = {
  nodes: [
    { id: 'x', role: 'data', shape: [2] },
    { id: 'w', role: 'parameter', value: [3, 5] },
    { id: 'k', role: 'constant', value: 7 },
    { id: 'other', op: 'mul', inputs: ['x', 'w', 'k'] },
    { id: 'double', op: 'add', inputs: ['x', 'x'] },
    { id: 'f', op: 'mul', inputs: ['double', 'w'] },
    { id: 'C', op: 'sum', inputs: ['f'] },
  ],
  output: 'C',
};

describe('forward and backward', () => {
  test('add up the gradient over all ports and readers, and leave nodes aside that do not lead to the output', () => {
    const program = ran([1, 2]);
    expect(program.value('C').data[0]).toBe(2 * 3 + 4 * 5);
    expect([...program.gradient('x').data]).toEqual([6, 10]);
    expect([...program.gradient('w').data]).toEqual([2, 4]);
    expect([...program.gradient('other').data]).toEqual([0, 0]);
  });

  test('give the same when they run again', () => {
    const program = ran([1, 2]);
    program.backward();
    program.forward();
    program.backward();
    expect([...program.gradient('x').data]).toEqual([6, 10]);
  });

  test('give a constant no gradient', () => {
    const program = compile({ ...graph, output: 'other' });
    program.feed('x', [1, 2]);
    program.forward();
    program.backward();
    expect(program.gradient('k').data[0]).toBe(0);
    expect([...program.gradient('x').data]).toEqual([21, 35]);
  });

  test('take the gradient of the sum of its cells where the output has several', () => {
    const several = compile({ ...graph, output: 'f' });
    several.feed('x', [1, 2]);
    several.forward();
    several.backward();
    expect([...several.gradient('f').data]).toEqual([1, 1]);
    expect(several.gradient('x')).toEqual(ran([1, 2]).gradient('x'));
  });

  test('take a leaf as its own output, with gradient 1', () => {
    const program = compile({ nodes: [{ id: 'x', role: 'parameter', value: 4 }], output: 'x' });
    program.forward();
    program.backward();
    expect([program.value('x').data[0], program.gradient('x').data[0]]).toEqual([4, 1]);
  });

  test('depend on nothing but the nodes that lead to the output, in any graph', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (whole) => {
        const needed = new Set([whole.output]);
        for (const node of [...whole.nodes].reverse()) if (needed.has(node.id) && !isLeaf(node)) node.inputs.forEach((input) => needed.add(input));
        const pruned = { ...whole, nodes: whole.nodes.filter((node) => needed.has(node.id)) };
        const [all, few] = [run(whole), run(pruned)];
        for (const { id } of pruned.nodes) expect([all.value(id), all.gradient(id)]).toEqual([few.value(id), few.gradient(id)]);
      }),
    );
  });
});

describe('compile', () => {
  test('makes the same of a graph that has been through JSON', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (random) => {
        const [here, there] = [run(random), run(JSON.parse(JSON.stringify(random)) as Graph)];
        for (const { id } of random.nodes) expect([there.value(id), there.gradient(id)]).toEqual([here.value(id), here.gradient(id)]);
      }),
    );
  });

  test('puts everything into the order of the sort', () => {
    expect(compile(graph).order).toEqual(['x', 'w', 'k', 'double', 'other', 'f', 'C']);
  });

  test('plans gradients for parameters alone, if asked, with the same bits', () => {
    fc.assert(
      fc.property(arbitraryGraph('any'), (random) => {
        const all = run(random);
        const parameters = run(random, 'parameters');
        expect(parameters.parameterGradients).toEqual(all.parameterGradients);
        expect(parameters.backwardCalls.length).toBeLessThanOrEqual(all.backwardCalls.length);
      }),
    );
  });

  test('leaves data without a gradient where only parameters are asked for', () => {
    const program = compile(graph, { gradients: 'parameters' });
    program.feed('x', [1, 2]);
    program.forward();
    program.backward();
    expect([...program.gradient('x').data]).toEqual([0, 0]);
    expect([...program.gradient('w').data]).toEqual([2, 4]);
    expect(program.backwardCalls.map(({ edge }) => edge.id)).toEqual(['C:0', 'f:1']);
  });

  test('lays the parameters side by side, in the order of the graph', () => {
    const program = compile({
      nodes: [
        { id: 'late', op: 'add', inputs: ['p', 'q'] },
        { id: 'p', role: 'parameter', value: [1, 2] },
        { id: 'd', role: 'data', value: [8, 9] },
        { id: 'q', role: 'parameter', value: 3 },
      ],
      output: 'late',
    });
    expect([...program.parameters]).toEqual([1, 2, 3]);
    program.forward();
    program.backward();
    expect([...program.parameterGradients]).toEqual([1, 1, 2]);
  });
});

describe('state is never shared', () => {
  test('feed and compile copy what they are given', () => {
    const value = [3, 5];
    const nodes = graph.nodes.map((node) => (node.id === 'w' ? { id: 'w', role: 'parameter' as const, value } : node));
    const program = compile({ ...graph, nodes });
    const fed = tensor([1, 2]);
    program.feed('x', fed);
    value[0] = 99;
    fed.data[0] = 99;
    program.forward();
    expect(program.value('C').data[0]).toBe(26);
    program.parameters.fill(0);
    expect(value).toEqual([99, 5]);
  });

  test('value and gradient are copies, view and gradientView are the memory itself', () => {
    const program = ran([1, 2]);
    program.value('x').data.fill(9);
    program.gradient('x').data.fill(9);
    expect([...program.value('x').data, ...program.gradient('x').data]).toEqual([1, 2, 6, 10]);
    program.view('x').data.fill(9);
    program.gradientView('x').data.fill(8);
    expect([...program.value('x').data, ...program.gradient('x').data]).toEqual([9, 9, 8, 8]);
  });

  test('two programs of one graph go their own ways', () => {
    const [one, two] = [ran([1, 2]), ran([1, 2])];
    one.parameters.fill(0);
    one.forward();
    expect([...two.value('w').data]).toEqual([3, 5]);
    expect(two.value('C').data[0]).toBe(26);
  });
});

describe('feed', () => {
  test.each<[string, () => void, string]>([
    ['an operation', () => compile(graph).feed('f', [1, 2]), '"f" is computed by Multiply; only leaves are fed'],
    ['another shape', () => compile(graph).feed('x', [1, 2, 3]), '"x" is 2 but is fed 3; compile again for another shape'],
    ['lists that are ragged', () => compile(graph).feed('x', [[1], []]), '"x": the lists are ragged: by their first entries they are 2 × 1, but along axis 1 one has another length'],
    ['a node that does not exist', () => compile(graph).feed('z', 1), '"z" is not a node of the graph'],
  ])('refuses %s', (_, action, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe(message);
  });

  test('forward refuses to run before every leaf has a value', () => {
    const program = compile(graph);
    const error = thrownBy(() => {
      program.forward();
    });
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe('"x" has no value; feed it 2 before the forward pass');
    program.feed('x', [1, 2]);
    program.forward();
    expect(program.value('C').data[0]).toBe(26);
  });

  test('feedRows feeds the chosen rows of a table, and counts as feeding', () => {
    const program = compile({ nodes: [{ id: 'x', role: 'data', shape: [3, 2] }, { id: 'f', op: 'neg', inputs: ['x'] }], output: 'f' });
    program.feedRows('x', Float64Array.of(0, 1, 10, 11, 20, 21), Int32Array.of(2, 0, 2));
    program.forward();
    expect([...program.value('f').data]).toEqual([-20, -21, -0, -1, -20, -21]);
    program.feedRows('x', Float64Array.of(0, 1), Int32Array.of(0, 0, 1));
    expect([...program.value('x').data]).toEqual([0, 1, 0, 1, NaN, NaN]);
  });
});

function ran(x: number[]): Program {
  const program = compile(graph);
  program.feed('x', x);
  program.forward();
  program.backward();
  return program;
}

function run(whole: Graph, gradients: 'all' | 'parameters' = 'all'): Program {
  const program = compile(whole, { gradients });
  program.forward();
  program.backward();
  return program;
}
