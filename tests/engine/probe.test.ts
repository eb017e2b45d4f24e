import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGradient, compile, GraphError, isLeaf, Probe, type Graph } from '../../src/engine';
import { relativeDifference } from './closeness';
import { scalars, wildGraph } from './scalarGraphs';
import { thrownBy } from './thrown';

/** 1 / (1 + e^−(w0 x0 + w1 x1 + w2)). */
const NEURON = scalars(
  'w0 = 2', 'x0 = -1', 'w1 = -3', 'x1 = -2', 'w2 = -3',
  'a = mul(w0, x0)', 'b = mul(w1, x1)', 'c = add(a, b)', 'd = add(c, w2)',
  'e = neg(d)', 'g = exp(e)', 'h = add(1, g)', 'f = div(1, h)',
);

describe('evaluate and gradient', () => {
  test('give what Python gives for a neuron', () => {
    const probe = new Probe(NEURON);
    expect(relativeDifference(probe.evaluate(), 0.7310585786300049)).toBeLessThan(1e-15);
    const gradients = { w0: -0.19661193324148185, x0: 0.3932238664829637, w1: -0.3932238664829637, x1: -0.5898357997244456, w2: 0.19661193324148185 };
    for (const [id, wanted] of Object.entries(gradients)) expect(relativeDifference(probe.gradient(id), wanted), id).toBeLessThan(1e-14);
    expect(probe.gradient('1')).toBe(0);
  });

  test('follow the leaves that are set', () => {
    const probe = new Probe(NEURON);
    probe.set('w0', 5);
    expect(probe.get('w0')).toBe(5);
    expect(relativeDifference(probe.evaluate(), 0.11920292202211755)).toBeLessThan(1e-14);
  });

  test('ask for leaves that have no value yet', () => {
    const graph: Graph = { nodes: [{ id: '__proto__', role: 'data', shape: [] }, { id: 'f', op: 'neg', inputs: ['__proto__'] }], output: 'f' };
    const probe = new Probe(graph);
    expect(thrownBy(() => probe.evaluate()).message).toBe('"__proto__" has no value; feed it scalar before the forward pass');
    probe.set('__proto__', 3);
    expect(probe.evaluate()).toBe(-3);
  });
});

describe('along', () => {
  test('gives the output at even steps, both ends included', () => {
    const into = new Float64Array(5);
    new Probe(NEURON).along('w0', -1, 5, into);
    const wanted = [0.9820137900379085, 0.9241418199787566, 0.7310585786300049, 0.3775406687981454, 0.11920292202211755];
    into.forEach((y, i) => {
      expect(relativeDifference(y, wanted[i] ?? NaN)).toBeLessThan(1e-14);
    });
  });

  test('ends exactly where it is to end, however far that is', () => {
    const probe = new Probe(scalars('x = 0', 'f = neg(x)'));
    const into = new Float64Array(4);
    probe.along('x', 0.1, 0.7, into);
    expect([into[0], into[3]]).toEqual([-0.1, -0.7]);
    probe.along('x', -1.7e308, 1.7e308, into);
    expect([...into].every(Number.isFinite)).toBe(true);
    probe.along('x', 3, 9, into.subarray(0, 1));
    expect(into[0]).toBe(-3);
  });

  test('is NaN or infinite where there is no value', () => {
    const into = new Float64Array(3);
    new Probe(scalars('x = 1', 'f = log(x)')).along('x', -1, 1, into);
    expect([...into]).toEqual([NaN, -Infinity, 0]);
  });
});

describe('grid', () => {
  test('has the columns of one leaf and the rows of another', () => {
    const probe = new Probe(scalars('x = 7', 'y = 8', 'v = mul(x, 10)', 'u = mul(y, 1)', 'f = add(v, u)'));
    const into = new Float64Array(6);
    probe.grid('x', 'y', { x: [1, 3], y: [-1, 1] }, 3, 2, into);
    expect([...into]).toEqual([9, 19, 29, 11, 21, 31]);
    expect(probe.evaluate()).toBe(78);
  });
});

describe('every look from a place', () => {
  test('gives what evaluate gives there, and leaves the leaves as they were', () => {
    fc.assert(
      fc.property(wildGraph, (graph) => {
        const probe = new Probe(graph);
        const plain = new Probe(graph);
        const leaves = graph.nodes.filter(isLeaf).map(({ id }) => id);
        const before = leaves.map((id) => probe.get(id));
        const here = probe.evaluate();
        const [line, plane] = [new Float64Array(3), new Float64Array(4)];
        const [x = '', y = ''] = [leaves[0], leaves.at(-1)];
        probe.along(x, -2, 2, line);
        probe.grid(x, y, { x: [-2, 2], y: [1, 3] }, 2, 2, plane);
        probe.slope(x);
        probe.gradient(x);
        expect(leaves.map((id) => probe.get(id))).toEqual(before);
        expect(probe.evaluate()).toBe(here);
        [-2, 0, 2].forEach((value, i) => {
          plain.set(x, value);
          expect(line[i]).toBe(plain.evaluate());
        });
        if (x === y) return;
        [1, 3].forEach((below, row) =>
          [-2, 2].forEach((value, column) => {
            plain.set(x, value);
            plain.set(y, below);
            expect(plane[row * 2 + column]).toBe(plain.evaluate());
          }),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('slope', () => {
  test('is the very difference of checkGradient where the leaves are no smaller than 1', () => {
    const program = compile(NEURON);
    program.forward();
    program.backward();
    for (const id of ['w0', 'x0', 'w1', 'x1', 'w2']) expect(new Probe(NEURON).slope(id)).toBe(checkGradient(program, id).worst.numeric);
  });

  test('agrees with the gradient to ten digits', () => {
    const probe = new Probe(scalars('x = 6', 'a = pow(x, 4)', 'b = pow(x, 3)', 'c = mul(3, b)', 'd = sub(a, c)', 'f = add(d, 2)'));
    for (const x of [-3, -0.25, 0.5, 1, 6]) {
      probe.set('x', x);
      const wanted = 4 * x ** 3 - 9 * x ** 2;
      expect(relativeDifference(probe.gradient('x'), wanted)).toBeLessThan(1e-14);
      expect(relativeDifference(probe.slope('x'), wanted)).toBeLessThan(1e-10);
    }
  });
});

describe('slope, of what bends much over the size of its input,', () => {
  test.each<[string, number, number, string[]]>([
    ['sin(100 x)', 3, 100 * Math.cos(300), ['a = mul(100, x)', 'f = sin(a)']],
    ['x^60', 2, 60 * 2 ** 59, ['f = pow(x, 60)']],
    ['exp(x²)', 5, 10 * Math.exp(25), ['a = mul(x, x)', 'f = exp(a)']],
    ['tanh(50 (x − 4))', 4.01, 50 * (1 - Math.tanh(50 * (4.01 - 4)) ** 2), ['a = sub(x, 4)', 'b = mul(50, a)', 'f = tanh(b)']],
    ['|x − 1|', 1.0001, 1, ['a = sub(x, 1)', 'f = abs(a)']],
  ])('of %s at %d is %d to a millionth', (_, x, wanted, lines) => {
    const probe = new Probe(scalars(`x = ${x}`, ...lines));
    expect(Math.abs(probe.slope('x') - wanted)).toBeLessThanOrEqual(1e-6 * Math.abs(wanted));
    expect(probe.get('x')).toBe(x);
  });
});

describe('slope, near 0,', () => {
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  test.each<[string, number, number, string[]]>([
    ['exp(x)', 1e-8, 1, ['f = exp(x)']],
    ['exp(x)', -1e-150, 1, ['f = exp(x)']],
    ['sin(x) + 3', 1e-9, 1, ['a = sin(x)', 'f = add(a, 3)']],
    ['x² + 1', 1e-5, 2e-5, ['a = mul(x, x)', 'f = add(a, 1)']],
    ['sigmoid(x)', 1e-12, 0.25, ['f = sigmoid(x)']],
    ['sigmoid(x)', 0.01, logistic(0.01) * (1 - logistic(0.01)), ['f = sigmoid(x)']],
    ['sin(1000 x) + 3', 1e-9, 1000, ['a = mul(1000, x)', 'b = sin(a)', 'f = add(b, 3)']],
    ['(x + 1000)² − 10⁶', 1e-8, 2000 + 2e-8, ['a = add(x, 1000)', 'b = mul(a, a)', 'f = sub(b, 1e6)']],
    ['log(x)', 1e-8, 1e8, ['f = log(x)']],
    ['1/x', 1e-6, -1e12, ['f = div(1, x)']],
    ['1/x + 10¹⁰', 1e-6, -1e12, ['a = div(1, x)', 'f = add(a, 1e10)']],
    ['√x', 1e-10, 5e4, ['f = sqrt(x)']],
    ['√x + 1', 1e-10, 5e4, ['a = sqrt(x)', 'f = add(a, 1)']],
    ['x²', 1e-150, 2e-150, ['f = mul(x, x)']],
    ['x · 10³⁰⁰', 1e-300, 1e300, ['f = mul(x, 1e300)']],
    ['|x|', -1e-10, -1, ['f = abs(x)']],
    ['relu(x)', 1e-10, 1, ['f = relu(x)']],
    ['exp(x) beside what has no value', 1e-8, 1, ['lost = log(-1)', 'huge = mul(x, 1e300)', 'f = exp(x)']],
    ['exp(x)', 0, 1, ['f = exp(x)']],
    ['x² + 1', 0, 0, ['a = mul(x, x)', 'f = add(a, 1)']],
  ])('of %s at %d is %d to a millionth', (_, x, wanted, lines) => {
    const probe = new Probe(scalars(`x = ${x}`, ...lines));
    expect(Math.abs(probe.slope('x') - wanted)).toBeLessThanOrEqual(1e-6 * Math.abs(wanted));
    expect(Object.is(probe.get('x'), x)).toBe(true);
  });

  test('agrees with backpropagation for any smooth function of any small number', () => {
    const small = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -200, max: -1 }), fc.constantFrom(1, -1)).map(([m, e, sign]) => sign * m * 10 ** e);
    const op = fc.constantFrom('exp', 'sin', 'tanh', 'sigmoid');
    fc.assert(
      fc.property(small, op, op, fc.double({ min: 0.5, max: 5, noNaN: true }), (x, inner, outer, shift) => {
        const probe = new Probe(scalars(`x = ${x}`, `a = ${inner}(x)`, `b = add(a, ${shift})`, `c = ${outer}(b)`, 'd = mul(x, 2)', 'f = add(c, d)'));
        expect(relativeDifference(probe.slope('x'), probe.gradient('x'))).toBeLessThan(1e-6);
      }),
      { numRuns: 500 },
    );
  });
});

describe('magnitude', () => {
  test('is that of the largest value on the way to the output, not aside from it', () => {
    const probe = new Probe(scalars('x = 2', 'a = mul(x, -50)', 'aside = mul(x, 1e6)', 'f = add(a, 99)'));
    probe.evaluate();
    expect(probe.magnitude()).toBe(100);
  });
});

describe('a probe', () => {
  test('refuses tensors, and nodes that are not leaves', () => {
    const tensors: Graph = { nodes: [{ id: 'x', role: 'data', value: [1, 2] }, { id: 'f', op: 'sum', inputs: ['x'] }], output: 'f' };
    expect(thrownBy(() => new Probe(tensors)).message).toBe('"x" is 2; every node has to be a single number here');
    const probe = new Probe(NEURON);
    for (const action of [() => { probe.set('f', 1); }, () => probe.slope('f'), () => probe.gradient('nobody'), () => { probe.along('f', 0, 1, new Float64Array(2)); }]) {
      const error = thrownBy(action);
      expect(error).toBeInstanceOf(GraphError);
      expect(error.message).toMatch(/^"(f|nobody)" is not a leaf of the graph; only leaves can be set$/);
    }
  });
});
