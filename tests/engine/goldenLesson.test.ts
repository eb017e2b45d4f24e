import { describe, expect, test } from 'vitest';
import { compile, type Graph, type NestedNumbers, type Program } from '../../src/engine';
import { expectClose } from './closeness';
import { asNested, asTensor, golden, type GoldenCase, type StoredTensor } from './golden';

const { lesson } = golden;

describe('the examples of the lesson', () => {
  test.each([
    ['add', lesson.add_4_5_10],
    ['mul', lesson.mul_4_5_10],
  ])('%s of 4, 5 and 10 has the value and the three gradients of the lesson', (op, { inputs, value, grads }) => {
    const program = run({ nodes: [...leaves(inputs.map((x, i) => [`x${i}`, x])), { id: 'f', op, inputs: ['x0', 'x1', 'x2'] }], output: 'f' });
    expect(program.value('f').data).toEqual(Float64Array.of(value));
    expect(inputs.map((_, i) => program.gradient(`x${i}`).data[0])).toEqual(grads);
  });

  test('matmul multiplies the two matrices of the lesson', () => {
    const { a, b, value } = lesson.dot_2x2;
    const program = run({ nodes: [...stored({ a, b }), { id: 'f', op: 'matmul', inputs: ['a', 'b'] }], output: 'f' });
    expect(program.value('f')).toEqual(asTensor(known(value)));
  });

  test('linear adds the bias of the lesson to every row', () => {
    const { X, W, b, value } = lesson.linear;
    const program = run({ nodes: [...stored({ X, W, b }), { id: 'f', op: 'linear', inputs: ['X', 'W', 'b'] }], output: 'f' });
    expect(program.value('f')).toEqual(asTensor(known(value)));
  });

  test('sigmoid of linear has the four values of the lesson', () => {
    const { X, W, b, linear, value } = lesson.linear_sigmoid;
    const program = run({
      nodes: [...stored({ X, W, b }), { id: 'l', op: 'linear', inputs: ['X', 'W', 'b'] }, { id: 's', op: 'sigmoid', inputs: ['l'] }],
      output: 's',
    });
    expect(program.value('l')).toEqual(asTensor(known(linear)));
    expectClose(program.value('s'), asTensor(known(value)), 1e-15, 's');
  });

  test('mse of the lesson is 281/12, and its gradients have the shapes of its inputs', () => {
    const { y, a, value, grad_y, grad_a } = lesson.mse;
    const program = run({ nodes: [...stored({ y, a }), { id: 'C', op: 'mse', inputs: ['y', 'a'] }], output: 'C' });
    expectClose(program.value('C'), asTensor(known(value)), 0, 'C');
    expect(program.value('C').data[0]).toBe(281 / 12);
    expectClose(program.gradient('y'), asTensor(known(grad_y)), 1e-15, '∂C/∂y');
    expectClose(program.gradient('a'), asTensor(known(grad_a)), 1e-15, '∂C/∂a');
  });

  test('backward finds every gradient of the network with one layer', () => {
    checkCase(lesson.case1);
  });

  test('backward finds every gradient of the network with two layers', () => {
    checkCase(lesson.case2);
  });

  test('backward walks (x + y) · z as the lesson draws it', () => {
    const { inputs, q, f, grads } = lesson.f_xplusy_z;
    const program = run({
      nodes: [...leaves(Object.entries(inputs)), { id: 'q', op: 'add', inputs: ['x', 'y'] }, { id: 'f', op: 'mul', inputs: ['q', 'z'] }],
      output: 'f',
    });
    expect([program.value('q').data[0], program.value('f').data[0]]).toEqual([q, f]);
    for (const [id, gradient] of Object.entries(grads)) expect(program.gradient(id).data[0], id).toBe(gradient);
  });

  test('backward walks the neuron that the lesson draws', () => {
    const { inputs, values, grads } = lesson.cs231n_neuron;
    const program = run({
      nodes: [
        ...leaves(Object.entries(inputs)),
        { id: 'one', role: 'constant', value: 1 },
        { id: 'w0x0', op: 'mul', inputs: ['w0', 'x0'] },
        { id: 'w1x1', op: 'mul', inputs: ['w1', 'x1'] },
        { id: 'sum1', op: 'add', inputs: ['w0x0', 'w1x1'] },
        { id: 'sum2', op: 'add', inputs: ['sum1', 'w2'] },
        { id: 'neg', op: 'neg', inputs: ['sum2'] },
        { id: 'exp', op: 'exp', inputs: ['neg'] },
        { id: 'inc', op: 'add', inputs: ['exp', 'one'] },
        { id: 'out', op: 'div', inputs: ['one', 'inc'] },
      ],
      output: 'out',
    });
    for (const [id, value] of Object.entries(values)) expectClose(program.value(id), asTensor(value), 1e-15, id);
    for (const [id, gradient] of Object.entries(grads)) expectClose(program.gradient(id), asTensor(gradient), 1e-15, `∂out/∂${id}`);
  });

  test('gradient leads the descent of x⁴ − 3x³ + 2 down the path of the lesson', () => {
    const { x0, lr, iterations, result, first_12 } = lesson.gradient_descent;
    const program = compile({
      nodes: [
        { id: 'x', role: 'parameter', value: x0 },
        ...leaves([['three', 3], ['four', 4], ['two', 2]], 'constant'),
        { id: 'x4', op: 'pow', inputs: ['x', 'four'] },
        { id: 'x3', op: 'pow', inputs: ['x', 'three'] },
        { id: '3x3', op: 'mul', inputs: ['three', 'x3'] },
        { id: 'difference', op: 'sub', inputs: ['x4', '3x3'] },
        { id: 'f', op: 'add', inputs: ['difference', 'two'] },
      ],
      output: 'f',
    });
    const path = [x0];
    let step = Infinity;
    let x = x0;
    while (Math.abs(step) > 1e-5) {
      program.feed('x', x);
      program.forward();
      program.backward();
      step = lr * (program.gradient('x').data[0] ?? NaN);
      x -= step;
      path.push(x);
    }
    first_12.forEach((wanted, i) => expect(path[i]).toBeCloseTo(wanted, 10));
    expect(path).toHaveLength(iterations + 1);
    expect(x).toBeCloseTo(result, 10);
  });
});

function checkCase(example: GoldenCase): void {
  const deep = example.W2 !== undefined && example.b2 !== undefined;
  const program = run({
    nodes: [
      ...stored({ X: example.X, W1: example.W1, b: example.b, y: example.y }),
      { id: 'l1', op: 'linear', inputs: ['X', 'W1', 'b'] },
      { id: 'sigmoid', op: 'sigmoid', inputs: ['l1'] },
      ...(deep
        ? [...stored({ W2: example.W2, b2: example.b2 }), { id: 'l2', op: 'linear', inputs: ['sigmoid', 'W2', 'b2'] }]
        : []),
      { id: 'C', op: 'mse', inputs: ['y', deep ? 'l2' : 'sigmoid'] },
    ],
    output: 'C',
  });
  expectClose(program.value('l1'), asTensor(example.l1), 1e-15, 'l1');
  expectClose(program.value('sigmoid'), asTensor(example.sigmoid), 1e-15, 'sigmoid');
  if (example.l2 !== undefined) expectClose(program.value('l2'), asTensor(example.l2), 1e-15, 'l2');
  expectClose(program.value('C'), asTensor(example.cost), 1e-15, 'C');
  expect(Object.keys(example.grads).length).toBeGreaterThanOrEqual(6);
  for (const [id, gradient] of Object.entries(example.grads)) {
    expectClose(program.gradient(id), asTensor(gradient), 1e-14, `∂C/∂${id}`);
  }
}

function run(graph: Graph): Program {
  const program = compile(graph);
  program.forward();
  program.backward();
  return program;
}

function leaves(values: readonly (readonly [string, NestedNumbers])[], role: 'parameter' | 'constant' = 'parameter'): Graph['nodes'] {
  return values.map(([id, value]) => ({ id, role, value }));
}

function stored(values: Readonly<Record<string, StoredTensor | undefined>>): Graph['nodes'] {
  return leaves(Object.entries(values).map(([id, value]) => [id, asNested(known(value))]));
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the golden file lacks a number');
  return value;
}
