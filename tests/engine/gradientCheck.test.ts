import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGradient, compile, GraphError, isLeaf, type Graph, type Program } from '../../src/engine';
import { buildNetwork } from '../../src/lessons/network';
import { arbitraryGraph } from './arbitraryGraphs';
import { thrownBy } from './thrown';

describe('checkGradient agrees with backward', () => {
  test('to 1e-8 on every node that has a gradient, of random smooth graphs over many ops', () => {
    let checks = 0;
    fc.assert(
      fc.property(arbitraryGraph('smooth'), (graph) => {
        const program = ran(graph);
        const largest = Math.max(...graph.nodes.map(({ id }) => sizeOfLargest(program.view(id).data)));
        // The sine of a large number winds too fast for any difference.
        if (largest > 10) return;
        for (const id of new Set(program.backwardCalls.map(({ edge }) => edge.from))) {
          // Where the gradient all but vanishes there is only the rounding of values to compare.
          if (sizeOfLargest(program.gradientView(id).data) * sizeOfLargest(program.view(id).data) < largest / 100) continue;
          checks++;
          expect(checkGradient(program, id).relativeError, id).toBeLessThan(1e-8);
        }
      }),
      { numRuns: 400 },
    );
    expect(checks).toBeGreaterThan(400);
  });

  test('to 1e-9 on every parameter and every hidden node of the network', () => {
    const program = network();
    for (const id of ['W1', 'b1', 'W2', 'b2', 'X', 'y', 'l1', 's', 'l2']) {
      const check = checkGradient(program, id);
      expect(check.relativeError, id).toBeLessThan(1e-9);
      expect(check.relativeError, id).toBeGreaterThan(0);
      expect([check.node, check.checked, check.total]).toEqual([id, program.view(id).data.length, program.view(id).data.length]);
    }
  });

  test('on the entries that are asked for alone', () => {
    const program = network();
    const { checked, total, worst, relativeError } = checkGradient(program, 'W1', { cells: [17] });
    expect([checked, total, worst.cell]).toEqual([1, 39, 17]);
    expect(worst.backprop).toBe(program.gradient('W1').data[17]);
    expect(relativeError).toBeLessThan(1e-7);
    program.gradientView('W1').data.fill(1, 18, 19);
    expect(checkGradient(program, 'W1', { cells: [17] }).relativeError).toBe(relativeError);
    expect(checkGradient(program, 'W1', { cells: [17, 18] }).worst.cell).toBe(18);
  });

  test('on the output itself, and on an output of several cells', () => {
    const program = ran({
      nodes: [{ id: 'x', role: 'parameter', value: [1, 2, 3] }, { id: 'f', op: 'sin', inputs: ['x'] }],
      output: 'f',
    });
    expect(checkGradient(program, 'f').relativeError).toBeLessThan(1e-10);
    expect(checkGradient(program, 'x').relativeError).toBeLessThan(1e-10);
  });

  test('whatever the scale of the entries', () => {
    for (const scale of [1e-12, 1e-3, 1, 1e3, 1e12]) {
      const program = ran({
        nodes: [
          { id: 'x', role: 'parameter', value: [scale, 2 * scale, -3 * scale] },
          { id: 'cube', op: 'mul', inputs: ['x', 'x', 'x'] },
          { id: 'C', op: 'mean', inputs: ['cube'] },
        ],
        output: 'C',
      });
      expect(checkGradient(program, 'x').relativeError, `scale ${scale}`).toBeLessThan(1e-9);
    }
  });

  test('leaves the program as it was', () => {
    const program = network();
    const before = program.graph.nodes.map(({ id }) => [program.value(id), program.gradient(id)]);
    checkGradient(program, 's');
    checkGradient(program, 'W1');
    expect(program.graph.nodes.map(({ id }) => [program.value(id), program.gradient(id)])).toEqual(before);
  });
});

describe('checkGradient finds an error', () => {
  test.each(['W1', 'b1', 's', 'l2'])('planted into one entry of the gradient of %s, and says which', (id) => {
    const program = network();
    const gradient = program.gradientView(id).data;
    const cell = gradient.length - 2;
    const right = gradient[cell] ?? NaN;
    const largest = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    gradient[cell] = right + largest / 100;
    const { relativeError, worst } = checkGradient(program, id);
    expect(worst.cell).toBe(cell);
    expect(worst.backprop).toBe(gradient[cell]);
    expect(worst.numeric).toBeCloseTo(right, 6);
    expect(relativeError).toBeGreaterThan(0.009);
    expect(relativeError).toBeLessThan(0.011);
  });

  test('in a gradient that is all zero', () => {
    const program = network();
    program.gradientView('W2').data.fill(0);
    expect(checkGradient(program, 'W2').relativeError).toBe(1);
  });

  test('that is not a finite number, wherever it stands', () => {
    const program = network();
    program.gradientView('W1').data[5] = NaN;
    program.gradientView('W1').data[9] = NaN;
    const { relativeError, worst } = checkGradient(program, 'W1');
    expect(relativeError).toBeNaN();
    expect(worst.cell).toBe(5);
  });
});

describe('checkGradient', () => {
  test('calls two gradients of zero equal', () => {
    const program = ran({ nodes: [{ id: 'x', role: 'parameter', value: [0, 0] }, { id: 'f', op: 'sub', inputs: ['x', 'x'] }], output: 'f' });
    expect(checkGradient(program, 'x')).toMatchObject({ relativeError: 0, worst: { backprop: 0, numeric: 0 } });
  });

  test('checks as many entries as it is asked to, spread evenly, and at least one', () => {
    const program = network();
    program.gradientView('W1').data.fill(0);
    expect(checkGradient(program, 'W1', { maxEntries: 4 })).toMatchObject({ checked: 4, total: 39 });
    expect(checkGradient(program, 'W1', { maxEntries: 1000 }).checked).toBe(39);
    expect(checkGradient(program, 'W1', { maxEntries: 0 })).toMatchObject({ checked: 1, worst: { cell: 0 } });
    const { data } = program.gradientView('W1');
    const fresh = network().gradient('W1').data;
    // Only entries 0, 9, 19 and 29 are looked at: an error elsewhere is not seen, one there is.
    data.set(fresh);
    data[10] = 1e6;
    expect(checkGradient(program, 'W1', { maxEntries: 4 }).relativeError).toBeLessThan(1e-9);
    data[29] = 1e6;
    expect(checkGradient(program, 'W1', { maxEntries: 4 }).worst.cell).toBe(29);
  });

  test('takes a tensor with more entries than a call takes arguments', () => {
    const program = ran({
      nodes: [{ id: 'x', role: 'parameter', value: new Array<number>(200_000).fill(1) }, { id: 'f', op: 'sum', inputs: ['x'] }],
      output: 'f',
    });
    expect(checkGradient(program, 'x', { maxEntries: 2 }).relativeError).toBeLessThan(1e-6);
  });

  test.each([
    ['nobody', '"nobody" is not a node of the graph'],
    ['k', '"k" receives no gradient, so that there is none to check'],
    ['aside', '"aside" receives no gradient, so that there is none to check'],
  ])('refuses %s', (id, message) => {
    const program = ran({
      nodes: [
        { id: 'x', role: 'parameter', value: 1 },
        { id: 'k', role: 'constant', value: 2 },
        { id: 'aside', op: 'exp', inputs: ['x'] },
        { id: 'f', op: 'mul', inputs: ['x', 'k'] },
      ],
      output: 'f',
    });
    const error = thrownBy(() => checkGradient(program, id));
    expect(error).toBeInstanceOf(GraphError);
    expect(error.message).toBe(message);
  });
});

function sizeOfLargest(data: Float64Array): number {
  return data.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
}

/** A small network of the lesson's kind, fed and run. */
function network(): Program {
  const graph = buildNetwork({ features: 3, hidden: 13, batchSize: 5, seed: 1 });
  const program = compile(graph);
  for (const node of graph.nodes) {
    if (!isLeaf(node) || node.role !== 'data') continue;
    const { shape, data } = program.view(node.id);
    program.feed(node.id, { shape, data: data.map((_x, i) => Math.sin(1 + 3 * i)) });
  }
  program.forward();
  program.backward();
  return program;
}

function ran(graph: Graph): Program {
  const program = compile(graph);
  program.forward();
  program.backward();
  return program;
}
