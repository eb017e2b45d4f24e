import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/engine';
import type { Expression } from '../../src/expression/expression';
import { SCALAR_OPS } from '../../src/expression/functions';
import { derivedTree, differentiate } from '../../src/expression/symbolic';
import { whyUndefined } from '../../src/expression/undefinedSlope';
import { writtenSize } from '../../src/expression/writtenSize';
import { arbitraryText } from './arbitraryText';
import { understood } from './understood';

function slope(text: string, input: string, values: Readonly<Record<string, number>>): number {
  const { derivative, reason } = differentiate(understood(text), input);
  if (derivative === undefined) throw new Error(reason);
  return derivative.evaluate(new Map(Object.entries(values)));
}

function reasonOf(text: string, input = 'x'): string | undefined {
  return differentiate(understood(text), input).reason;
}

/** The values of all nodes of a text, computed. */
function valuesOf(text: string, inputs: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const program = compile(understood(text).graph);
  for (const [id, value] of Object.entries(inputs)) program.feed(id, value);
  program.forward();
  return new Map(program.order.map((id) => [id, program.view(id).data[0] ?? NaN]));
}

const doubling = Array.from({ length: 60 }, (_, line) => `a${line + 1} = ${line === 0 ? 'x * x' : `a${line} * a${line}`}`).join('\n');

describe('differentiate', () => {
  const s = 1 / (1 + Math.exp(-0.7));
  test.each<[string, number]>([
    ['7 + 0*x', 0], ['x', 1], ['y + 0*x', 0], ['x + y', 1], ['x - 2x', -1], ['-x', -1], ['x*x', 1.4], ['x*x*x', 3 * 0.49], ['mul(x, x, x, x)', 4 * 0.343], ['add(x, y, x)', 2],
    ['1 / x', -1 / 0.49], ['x / y', 0.5], ['y / (x*x)', -4 / 0.343], ['x^3', 3 * 0.49], ['x^y', 2 * 0.7], ['y^x', 2 ** 0.7 * Math.LN2], ['x^x', 0.7 ** 0.7 * (Math.log(0.7) + 1)],
    ['exp(2x)', 2 * Math.exp(1.4)], ['log(x)', 1 / 0.7], ['log(x, 2)', 1 / (0.7 * Math.LN2)], ['sqrt(x)', 0.5 / Math.sqrt(0.7)], ['sin(x)', Math.cos(0.7)], ['cos(x)', -Math.sin(0.7)],
    ['tan(x)', 1 / Math.cos(0.7) ** 2], ['tanh(x)', 1 - Math.tanh(0.7) ** 2], ['sigmoid(x)', s * (1 - s)], ['abs(x)', 1], ['abs(-2x)', 2], ['e^x', Math.exp(0.7)], ['pi*x + tau*x', 3 * Math.PI],
    ['q = x*y\nq*q', 8 * 0.7], ['a = 3\na*x', 3], ['x*relu(y)', 2], ['x*max(y, 1) - min(y, 1)', 2],
  ])('of %j by x has the closed form’s value at x = 0.7, y = 2', (text, wanted) => {
    expect(slope(text, 'x', { x: 0.7, y: 2, a: 3 })).toBeCloseTo(wanted, 12);
  });

  test('accepts any name, and the same function at many points', () => {
    const { derivative } = differentiate(understood('__proto__^2 * constructor + exp1 * sech'), '__proto__');
    const at = (x: number): number | undefined => derivative?.evaluate(new Map([['__proto__', x], ['constructor', 5], ['exp1', 1], ['sech', 1]]));
    expect([at(1), at(2), at(-3)]).toEqual([10, 20, -30]);
    expect(slope('sech * tanh(x)', 'x', { sech: 100, x: 0 })).toBe(100);
    expect(slope('i0 * x', 'x', { i0: 4, x: 1 })).toBe(4);
  });

  test('gives the raw result of the rules in TeX, by the page’s names', () => {
    const tex = (text: string, input: string): string | undefined => differentiate(understood(text), input).derivative?.tex;
    expect(tex('(x + y)*z', 'x')).toBe('z \\cdot \\left(1 + 0\\right)');
    expect(tex('w0*x0 + rate', 'w0')).toBe('x_{0} \\cdot 1 + 0');
    expect(tex('sigmoid(w0)', 'w0')).toBe('-1 \\cdot \\frac{0 + \\left(-1 \\cdot e^{-w_{0}}\\right)}{\\left(1 + e^{-w_{0}}\\right)^{2}}');
  });

  test.each([
    ['relu(x)', 'There is no symbolic rule for relu here, because its slope depends on whether its argument is above 0.'],
    ['exp(max(x, y))', 'There is no symbolic rule for max here, because its slope depends on which argument is larger.'],
    ['min(2x, 1)', 'There is no symbolic rule for max here, because its slope depends on which argument is larger.'],
    ['unused = relu(x)\nx^2', undefined],
    [doubling, 'Written out in one piece, with everything that is used several times repeated, the expression would have more than 2,000 parts. Backpropagation never writes it out.'],
    [`x${'/x'.repeat(60)}`, 'The derivative would have thousands of parts, which is too long to read.'],
  ].map(([text = '', reason]) => [text.slice(0, 40), text, reason] as const))('of %j has a reason where it has no derivative', (_title, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('by what is no input says so', () => {
    expect(reasonOf('x*y', 'z')).toBe('"z" is no input of the expression.');
  });

  test('of an op that the rules do not know says so in plain words', () => {
    const nodes = [{ id: 'x', role: 'data', shape: [] }, { id: 'f', op: 'mean', inputs: ['x'] }] as const;
    const foreign: Expression = { text: '', graph: { nodes, output: 'f' }, inputs: ['x'], defaults: new Map(), spans: new Map(), lines: [] };
    expect(differentiate(foreign, 'x').reason).toBe('The expression has something in it that the rules do not know.');
  });

  test('of long sums, products and differences neither overflows nor takes long', () => {
    expect(slope(new Array<string>(1_000).fill('x').join('+'), 'x', { x: 3 })).toBe(1_000);
    expect(slope(new Array<string>(40).fill('x').join('*'), 'x', { x: 1 })).toBe(40);
    const { derivative, reason } = differentiate(understood(new Array<string>(990).fill('x').join('-')), 'x');
    expect(reason ?? derivative.evaluate(new Map([['x', 3]]))).toBe(-988);
  });

  test('where the stack is short gives a reason instead of an error', () => {
    const expression = understood(new Array<string>(300).fill('x').join('-'));
    const reasons = new Set<string | undefined>();
    const descend = (level: number): void => {
      if (level % 100 === 0) reasons.add(differentiate(expression, 'x').reason);
      descend(level + 1);
    };
    expect(() => descend(0)).toThrow(RangeError);
    expect(reasons).toEqual(new Set([undefined, 'The expression is nested too deeply for the rules.']));
  });

  test('has a tree no larger than was counted beforehand', () => {
    fc.assert(
      fc.property(arbitraryText('smooth', 5), (text) => {
        const expression = understood(text);
        const [input = 'none'] = expression.inputs;
        const { tree } = derivedTree(expression, input);
        let nodes = 0;
        tree?.traverse(() => nodes++);
        // mathjs counts a function's name as a node of its own.
        tree?.traverse((node) => (nodes -= node.type === 'FunctionNode' ? 1 : 0));
        expect(nodes).toBeLessThanOrEqual(writtenSize(expression, input).derivative);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whyUndefined', () => {
  test.each([
    ['abs(x)', 0, 'The rule for abs is |x|/x, which has no value at 0, where x is.'],
    ['log(x)^2', -1, 'There is no logarithm of 0 or less, and x is that.'],
    ['x*sqrt(x)', -1, 'There is no square root of less than 0, and x is that.'],
    ['x*sqrt(x)', 0, 'The rule for the square root divides by the root, which is 0 where x is 0.'],
    ['q = x - 1\n0/q', 1, 'There is no dividing by 0, which q is.'],
    ['x^x', -2, 'The rule for this power takes the logarithm of its base, and x is 0 or less.'],
    ['0*x^0.5', 0, 'The rule for this power divides by its base, and x is 0.'],
    ['x^0.5', -2, 'A number below 0, which x is, has whole powers only.'],
    ['exp(exp(x)) - exp(exp(x))', 20, 'The value of v2 is no finite number.'],
    ['exp(400) / exp(399x)', 1, 'On the way to the derivative, a number becomes larger than a double can be.'],
    ['sigmoid(x)', -800, 'On the way to the derivative, a number becomes larger than a double can be.'],
  ])('of %j at %d names the place', (text, x, sentence) => {
    expect(slope(text, 'x', { x })).toBeNaN();
    expect(whyUndefined(understood(text), 'x', valuesOf(text, { x }))).toBe(sentence);
  });

  test('does not blame what leads nowhere', () => {
    const text = 'a = log(y)\nabs(x)';
    expect(whyUndefined(understood(text), 'x', valuesOf(text, { x: 0, y: -1 }))).toBe('The rule for abs is |x|/x, which has no value at 0, where x is.');
  });
});

describe('SCALAR_OPS', () => {
  test('are the ops of the engine that a derivative or a reason is known for', () => {
    for (const op of SCALAR_OPS) {
      const text = `${op}(x${['sub', 'div', 'pow', 'max'].includes(op) ? ', 2' : ''})`;
      const { derivative, reason } = differentiate(understood(text), 'x');
      expect(derivative === undefined ? reason : derivative.evaluate(new Map([['x', 0.3]])), op).toEqual(
        ['relu', 'max'].includes(op) ? expect.stringContaining(`no symbolic rule for ${op}`) : expect.any(Number),
      );
    }
  });
});
