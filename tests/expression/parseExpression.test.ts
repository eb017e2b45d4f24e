import { describe, expect, test } from 'vitest';
import { compile, isLeaf } from '../../src/engine';
import type { Span } from '../../src/expression/expression';
import { operationsOf, understood } from './understood';

function cut(text: string, { start, end }: Span = { start: 0, end: 0 }): string {
  return text.slice(start, end);
}

function valueOf(text: string, values: Readonly<Record<string, number>> = {}): number {
  const program = compile(understood(text).graph);
  for (const [id, value] of Object.entries(values)) program.feed(id, value);
  program.forward();
  return program.value(program.graph.output).data[0] ?? NaN;
}

describe('parseExpression on one line', () => {
  test('numbers unnamed operations in the order of computation and calls the result f', () => {
    expect(operationsOf('1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))')).toEqual([
      'v1 = mul(w0, x0)', 'v2 = mul(w1, x1)', 'v3 = add(v1, v2)', 'v4 = add(v3, w2)',
      'v5 = neg(v4)', 'v6 = exp(v5)', 'v7 = add(1, v6)', 'f = div(1, v7)',
    ]);
  });

  test('puts inputs first, then constants, both in order of appearance, each once', () => {
    const { graph, inputs } = understood('3*b + (2^a - 3)*b');
    expect(inputs).toEqual(['b', 'a']);
    expect(graph.nodes.slice(0, 4)).toEqual([
      { id: 'b', role: 'data', shape: [] },
      { id: 'a', role: 'data', shape: [] },
      { id: '3', role: 'constant', value: 3 },
      { id: '2', role: 'constant', value: 2 },
    ]);
    expect(graph.nodes.slice(4).every((node) => !isLeaf(node))).toBe(true);
  });

  test('knows π, τ and e by their names and by their signs', () => {
    const { graph } = understood('pi + π + tau + τ + e');
    expect(graph.nodes.filter(isLeaf)).toEqual([
      { id: 'π', role: 'constant', value: Math.PI },
      { id: 'τ', role: 'constant', value: 2 * Math.PI },
      { id: 'e', role: 'constant', value: Math.E },
    ]);
  });

  test.each([
    ['-2^2', ['v1 = pow(2, 2)', 'f = neg(v1)']],
    ['2 - -2', ['f = sub(2, -2)']],
    ['--2', ['f = neg(-2)']],
    ['-(2)', ['f = neg(2)']],
    ['-0', ['f = neg(0)']],
    ['+x + +2', ['f = add(x, 2)']],
    ['2^-x', ['v1 = neg(x)', 'f = pow(2, v1)']],
    ['x^y^z', ['v1 = pow(y, z)', 'f = pow(x, v1)']],
    ['3x^3', ['v1 = pow(x, 3)', 'f = mul(3, v1)']],
    ['(x)(y)', ['f = mul(x, y)']],
    ['1/2 x', ['v1 = div(1, 2)', 'f = mul(v1, x)']],
    ['2 cm', ['f = mul(2, cm)']],
    ['2e', ['f = mul(2, e)']],
    ['2e1x', ['f = mul(20, x)']],
    ['a − b × c ÷ d · g', ['v1 = mul(b, c)', 'v2 = div(v1, d)', 'v3 = mul(v2, g)', 'f = sub(a, v3)']],
    ['x² + x⁻¹', ['v1 = pow(x, 2)', 'v2 = pow(x, -1)', 'f = add(v1, v2)']],
    ['√(x) w₀', ['v1 = sqrt(x)', 'f = mul(v1, w0)']],
  ])('reads %s as mathematics and mathjs do', (text, operations) => {
    expect(operationsOf(text)).toEqual(operations);
  });

  test.each([
    ['add(a, b, c)', ['f = add(a, b, c)']],
    ['a + b + c', ['v1 = add(a, b)', 'f = add(v1, c)']],
    ['mul(a, b, c, d)', ['f = mul(a, b, c, d)']],
    ['max(a, b, c)', ['v1 = max(a, b)', 'f = max(v1, c)']],
    ['min(a, b)', ['v1 = neg(a)', 'v2 = neg(b)', 'v3 = max(v1, v2)', 'f = neg(v3)']],
    ['log(x, b)', ['v1 = log(x)', 'v2 = log(b)', 'f = div(v1, v2)']],
    ['ln(x)', ['f = log(x)']],
    ['subtract(a, b)', ['f = sub(a, b)']],
    ['divide(a, multiply(b, unaryMinus(c)))', ['v1 = neg(c)', 'v2 = mul(b, v1)', 'f = div(a, v2)']],
    ['square(x)', ['f = pow(x, 2)']],
    ['tan(x)', ['v1 = sin(x)', 'v2 = cos(x)', 'f = div(v1, v2)']],
  ])('builds %s from ops of the engine', (text, operations) => {
    expect(operationsOf(text)).toEqual(operations);
  });

  test.each<[string, number]>([
    ['cube(x)', 0.7 ** 3], ['cot(x)', 1 / Math.tan(0.7)], ['sec(x)', 1 / Math.cos(0.7)], ['csc(x)', 1 / Math.sin(0.7)],
    ['sinh(x)', Math.sinh(0.7)], ['cosh(x)', Math.cosh(0.7)], ['log2(x)', Math.log2(0.7)], ['log10(x)', Math.log10(0.7)],
    ['tan(x)', Math.tan(0.7)], ['min(x, 2, 0.1)', 0.1], ['sum(x, x, 1)', 2.4], ['prod(x, x, 2)', 0.98],
  ])('gives %s its value', (text, value) => {
    expect(valueOf(text, { x: 0.7 })).toBeCloseTo(value, 13);
  });

  test('makes a graph of a mere number, a sum of numbers, or a name', () => {
    expect([valueOf('-2'), valueOf('2 + 3'), valueOf('(x)', { x: 4 })]).toEqual([-2, 5, 4]);
    expect(understood('x').graph).toEqual({ nodes: [{ id: 'x', role: 'data', shape: [] }], output: 'x' });
  });

  test('says where every operation stands, and every input first', () => {
    const text = '  (x + y)*exp(-x)';
    const { spans } = understood(text);
    expect(Array.from(spans, ([id, span]) => [id, cut(text, span)])).toEqual([
      ['x', 'x'], ['y', 'y'], ['v1', 'x + y'], ['v2', '-x'], ['v3', 'exp(-x)'], ['f', '(x + y)*exp(-x)'],
    ]);
    expect(spans.get('x')).toEqual({ start: 3, end: 4 });
  });

  test('takes names of JavaScript for what they are: names', () => {
    const { inputs, graph } = understood('__proto__ * constructor + toString');
    expect(inputs).toEqual(['__proto__', 'constructor', 'toString']);
    expect(() => compile(graph)).not.toThrow();
  });

  test('gives its own nodes names that the text does not use', () => {
    expect(operationsOf('f*v1 + v2*g')).toEqual(['u1 = mul(f, v1)', 'u2 = mul(v2, g)', 'h = add(u1, u2)']);
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => (letter === 'e' ? 'e1' : letter));
    const all = [...letters, ...letters.map((letter) => `${letter.charAt(0)}1`)].join(' + ');
    const ids = understood(all).graph.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^vv\d+$/.test(id))).toHaveLength(50);
  });
});

describe('parseExpression on several lines', () => {
  test('names operations after their lines', () => {
    const text = 'q = x + y # the sum\nr = 2*q - x; r^2';
    const { lines, graph } = understood(text);
    expect(operationsOf(text)).toEqual(['q = add(x, y)', 'v1 = mul(2, q)', 'r = sub(v1, x)', 'f = pow(r, 2)']);
    expect(lines.map(({ id, members, span }) => [id, members, cut(text, span)])).toEqual([
      ['q', ['q'], 'q = x + y'],
      ['r', ['v1', 'r'], 'r = 2*q - x'],
    ]);
    expect(graph.output).toBe('f');
  });

  test('ends with the value of the last line, named or not', () => {
    expect(understood('q = x + y\nf = q*2').graph.output).toBe('f');
    expect(understood('q = x').graph).toEqual({ nodes: [{ id: 'x', role: 'data', shape: [] }], output: 'x' });
    expect(operationsOf('a = x\nb = a\nb*a')).toEqual(['f = mul(x, x)']);
  });

  test('takes a line such as x = 3 for an input and where it starts', () => {
    const { inputs, defaults, graph } = understood('y = -2.5\nx = 3; x*y');
    expect(inputs).toEqual(['y', 'x']);
    expect([...defaults]).toEqual([['y', -2.5], ['x', 3]]);
    expect(graph.nodes).toHaveLength(3);
    expect(understood('x = 2 + 3').defaults.size + understood('x = pi').defaults.size).toBe(0);
  });

  test('goes on with a line after an operator and inside parentheses', () => {
    expect(operationsOf('a +\r\n b\n')).toEqual(['f = add(a, b)']);
    expect(operationsOf('q =\n(a\n + b)\n\n\nq*(2\r - a)')).toEqual(['q = add(a, b)', 'v1 = sub(2, a)', 'f = mul(q, v1)']);
  });
});
