import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGradient, compile, isLeaf, type Graph } from '../../../src/engine';
import { replay, strongestCell } from '../../../src/scene/recording/replay';
import { Nudger, nudgerOf } from '../../../src/study/nudge/nudger';
import { unrecordedFlow } from '../../../src/study/unfold/unrecorded';
import { arbitraryGraph } from '../../engine/arbitraryGraphs';
import { bostonTables, goldenNetwork } from '../../engine/boston';
import { recorded, scalars, wildGraph } from '../../engine/scalarGraphs';
import { record } from '../../../src/engine';

const cube = recorded(scalars('x := 2', 'f = pow(x, 3)'));

function bostonRecording(batch: number) {
  const program = compile(goldenNetwork(batch));
  const rows = Int32Array.from({ length: batch }, (_, row) => row);
  program.feedRows('X', bostonTables.X.data, rows);
  program.feedRows('y', bostonTables.y.data, rows);
  return record(program);
}

describe('nudge', () => {
  test.each([0.5, 0.125, 2 ** -10, -0.25])('measures 12 + 6ε + ε² forward and 12 + ε² in the middle for x³ at 2, at ε = %d', (epsilon) => {
    const { forward, central, gradient, output, x } = new Nudger(cube).nudge('x', 0, epsilon);
    expect(x).toEqual([2, 2 + epsilon]);
    expect(output).toEqual({ here: 8, ahead: (2 + epsilon) ** 3, behind: (2 - epsilon) ** 3 });
    expect(gradient).toBe(12);
    expect(forward.value).toBeCloseTo(12 + 6 * epsilon + epsilon ** 2, 10);
    expect(central.value).toBeCloseTo(12 + epsilon ** 2, 10);
    expect(forward.error).toBeCloseTo(Math.abs(6 * epsilon + epsilon ** 2) / 12, 10);
  });

  test('moves an operation after it has been computed, and everything behind it anew', () => {
    const recording = recorded(scalars('x := 3', 'p = mul(x, x)', 'q = mul(p, x)', 'f = add(q, p)'));
    const { changes, x } = new Nudger(recording).nudge('p', 0, 1);
    expect(x).toEqual([9, 10]);
    // q = p x and f = q + p: x itself stays.
    expect(changes.map(({ node, numbers }) => [node, numbers])).toEqual([['p', [9, 10]], ['q', [27, 30]], ['f', [36, 40]]]);
  });

  test('tells the change of a tensor as its norm, and how many of its cells have changed', () => {
    const graph: Graph = {
      nodes: [
        { id: 'X', role: 'data', value: [[1, 2], [3, 4]] },
        { id: 'W', role: 'parameter', value: [[1, 0, 2], [0, 1, 0]] },
        { id: 'b', role: 'parameter', value: [0, 0, 0] },
        { id: 'Z', op: 'linear', inputs: ['X', 'W', 'b'] },
        { id: 'C', op: 'sum', inputs: ['Z'] },
      ],
      output: 'C',
    };
    const { changes } = new Nudger(record(compile(graph))).nudge('W', 1, 0.5);
    // Column 2 of Z moves by 0.5 times column 1 of X: 0.5 and 1.5.
    expect(changes.map(({ node, change, changed }) => [node, change, changed])).toEqual([['W', 0.5, 1], ['Z', Math.hypot(0.5, 1.5), 2], ['C', 2, 1]]);
  });

  test('has a gradient for constants and data as well, and 0 for what the output does not depend on', () => {
    const nudger = new Nudger(recorded(scalars('x := 3', 'y = 5', 'p = mul(y, 2)', 'lost = mul(x, y)', 'f = mul(p, 7)')));
    expect(nudger.nudge('7', 0, 0.5)).toMatchObject({ gradient: 10, reaches: true });
    expect(nudger.nudge('y', 0, 0.5)).toMatchObject({ gradient: 14, forward: { value: 14, error: 0 } });
    const aside = nudger.nudge('x', 0, 0.5);
    expect(aside).toMatchObject({ gradient: 0, reaches: false, forward: { value: 0, error: 0 } });
    expect(aside.changes.map(({ node }) => node)).toEqual(['x', 'lost']);
  });

  test('names the node that bends within ε, and from where to where it goes', () => {
    const nudger = new Nudger(recorded(scalars('x := 0.25', 'a = relu(x)', 'f = mul(a, 4)')));
    expect(nudger.nudge('x', 0, 0.125).kinks).toEqual([]);
    expect(nudger.nudge('x', 0, 0.5).kinks).toEqual([{ node: 'a', cell: 0, cells: 1, here: 0.25, there: -0.25, ahead: false }]);
    expect(nudger.nudge('x', 0, -0.5).kinks).toEqual([{ node: 'a', cell: 0, cells: 1, here: 0.25, there: -0.25, ahead: true }]);
  });

  test('takes the difference of the inputs of a maximum for the distance from its kink', () => {
    const nudger = new Nudger(recorded(scalars('x := 1', 'y := 1.5', 'f = max(x, y)')));
    expect(nudger.nudge('x', 0, 1).kinks).toEqual([{ node: 'f', cell: 0, cells: 1, here: -0.5, there: 0.5, ahead: true }]);
  });

  test('finds the same kinks whatever has been moved before, also where inputs are stretched', () => {
    const graph: Graph = {
      nodes: [
        { id: 'x', role: 'parameter', value: [1, 5] },
        { id: 's', role: 'parameter', value: [0.5] },
        { id: 'm', op: 'max', inputs: ['x', 's'] },
        { id: 'f', op: 'sum', inputs: ['m'] },
      ],
      output: 'f',
    };
    const nudger = new Nudger(record(compile(graph)));
    expect(nudger.nudge('s', 0, 1).kinks).toEqual([{ node: 'm', cell: 0, cells: 1, here: 0.5, there: -0.5, ahead: true }]);
    expect(nudger.nudge('x', 0, 1e-3).kinks).toEqual([]);
    expect(nudger.nudge('x', 0, 1).kinks).toEqual([{ node: 'm', cell: 0, cells: 1, here: 0.5, there: -0.5, ahead: false }]);
  });

  test('names the first node without a finite value, and where that is', () => {
    const nudger = new Nudger(recorded(scalars('x := 0.5', 'l = log(x)', 'f = mul(l, 2)')));
    const { lost, central, forward } = nudger.nudge('x', 0, 0.75);
    expect(lost).toEqual({ place: 'x − ε', node: 'l', number: NaN });
    expect(central.error).toBeNaN();
    expect(forward.value).toBeCloseTo((2 * Math.log(2.5)) / 0.75, 12);
    const broken = new Nudger(recorded(scalars('x := -1', 'l = log(x)', 'f = mul(l, 2)')));
    expect(broken.nudge('x', 0, 0.5).lost).toEqual({ place: 'x', node: 'l', number: NaN });
  });

  test('says what an op says that refuses a value', () => {
    const graph: Graph = {
      nodes: [
        { id: 'z', role: 'parameter', value: [[1, 2, 3]] },
        { id: 't', role: 'data', value: [1] },
        { id: 'C', op: 'softmaxCrossEntropy', inputs: ['z', 't'] },
      ],
      output: 'C',
    };
    const nudger = new Nudger(record(compile(graph)));
    const before = nudger.nudge('z', 0, 0.01).output.here;
    const { lost } = nudger.nudge('t', 0, 0.5);
    expect(lost?.node).toBe('C');
    expect(lost?.refusal).toMatch(/"C"/);
    expect(nudger.nudge('z', 0, 0.01).output.here).toBe(before);
  });

  test('agrees with checkGradient wherever the network of the lesson is moved', () => {
    const recording = bostonRecording(11);
    const nudger = nudgerOf(recording);
    for (const node of ['W1', 'b1', 'W2', 'b2', 'l1', 's', 'l2']) {
      const cell = nudger.strongestCell(node);
      const { worst } = checkGradient(replay(recording), node, { cells: [cell] });
      const { central, gradient } = nudger.nudge(node, cell, 1e-5);
      expect(gradient).toBe(worst.backprop);
      expect(Math.abs(central.value - worst.numeric)).toBeLessThan(1e-6 * Math.abs(worst.numeric));
    }
  });

  test('measures the gradient of any smooth graph', () => {
    fc.assert(
      fc.property(arbitraryGraph('smooth'), fc.nat(99), fc.nat(99), (graph, pick, place) => {
        const recording = record(compile(graph));
        const nudger = new Nudger(recording);
        const node = recording.order[pick % recording.order.length] ?? '';
        const cells = nudger.shapeOf(node).reduce((product, length) => product * length, 1);
        const { central, gradient, output } = nudger.nudge(node, place % cells, 2 ** -17);
        const scale = Math.max(1, Math.abs(gradient), Math.abs(output.here));
        // Such products may bend much more than they are large.
        fc.pre(Math.abs(output.ahead - 2 * output.here + output.behind) < 1e-7 * scale);
        expect(Math.abs(central.value - gradient)).toBeLessThan(1e-5 * scale);
      }),
      { numRuns: 200 },
    );
  });

  test('changes nothing: not the recording, not its replay, and not what it finds the next time', () => {
    const recording = bostonRecording(5);
    const tensors = recording.steps.flatMap((step) => ('value' in step ? [step.value] : 'flow' in step ? [step.flow, step.total] : []));
    const before = tensors.map(({ data }) => data.slice());
    const replayed = replay(recording).value('C').data[0];
    const nudger = nudgerOf(recording);
    const first = nudger.nudge('W1', 7, 0.3);
    nudger.nudge('l1', 3, 100);
    nudger.nudge('X', 2, -4);
    expect(nudger.nudge('W1', 7, 0.3)).toEqual(first);
    expect(tensors.map(({ data }) => data)).toEqual(before);
    expect(replay(recording).value('C').data[0]).toBe(replayed);
    expect(nudgerOf(recording)).toBe(nudger);
  });

  test('looks first at the cell that strongestCell names, also where a gradient is not a number', () => {
    const graph: Graph = {
      nodes: [
        { id: 'a', role: 'parameter', value: [1, -1, 4] },
        { id: 'l', op: 'log', inputs: ['a'] },
        { id: 's', op: 'mul', inputs: ['l', 'l'] },
        { id: 'f', op: 'sum', inputs: ['s'] },
      ],
      output: 'f',
    };
    const recording = record(compile(graph));
    expect(new Nudger(recording).strongestCell('a')).toBe(1);
    expect(strongestCell(replay(recording), 'a')).toBe(1);
  });

  test('leaves alone what unrecordedFlow computes of the same recording', () => {
    const before = unrecordedFlow(bostonRecording(4), 'l1:0');
    const recording = bostonRecording(4);
    const nudger = nudgerOf(recording);
    // Sigmoid keeps its slope from one pass to the other, and the bias is stretched.
    for (const node of ['W1', 'b1', 'l1', 's']) nudger.nudge(node, 0, 3);
    expect(before?.data.some((cell) => cell !== 0)).toBe(true);
    expect(unrecordedFlow(recording, 'l1:0')).toEqual(before);
  });

  test('never throws, whatever the graph of single numbers computes', () => {
    fc.assert(
      fc.property(wildGraph, fc.constantFrom(1e-16, 1e-3, 1, -1e10), (graph, epsilon) => {
        const recording = recorded(graph);
        const nudger = new Nudger(recording);
        for (const { id } of graph.nodes) {
          const { changes, x, output } = nudger.nudge(id, 0, epsilon);
          expect(changes[0]?.numbers).toEqual(x);
          const value = recording.steps.find((step) => (step.kind === 'compute' || step.kind === 'feed') && step.node === graph.output);
          expect(output.here).toBe(value !== undefined && 'value' in value ? value.value.data[0] : undefined);
        }
        expect(graph.nodes.every((node) => !isLeaf(node) || nudger.value(node.id, 0) === node.value)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
