import * as fc from 'fast-check';
import { create, all, type MathJsInstance } from 'mathjs/number';

/** The inputs of random texts. */
export const NAMES = ['x', 'y', 'w0', 'a_1'] as const;

/** Functions of one argument: those without a kink, and all. */
const SMOOTH = ['exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'sigmoid', 'neg', 'square', 'cube', 'tan', 'sinh', 'cosh', 'log2', 'log10', 'ln', 'sec', 'unaryMinus'];
const ALL = [...SMOOTH, 'abs', 'relu'];
const SMOOTH_PAIRS = ['pow', 'add', 'sub', 'mul', 'div', 'subtract', 'multiply', 'divide', 'log'];
const ALL_PAIRS = [...SMOOTH_PAIRS, 'max', 'min'];

const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...NAMES) },
  { weight: 3, arbitrary: fc.constantFrom('2', '3', '0.5', '.25', '1', '1.5e0', '4.0', '0') },
  { weight: 1, arbitrary: fc.constantFrom('pi', 'e') },
);

/** Random texts of at most so many levels, with few enough parentheses that precedence matters. */
export function arbitraryText(kind: 'smooth' | 'any', levels: number): fc.Arbitrary<string> {
  const [functions, pairs] = kind === 'smooth' ? [SMOOTH, SMOOTH_PAIRS] : [ALL, ALL_PAIRS];
  const text = fc.memo((depth): fc.Arbitrary<string> => {
    if (depth <= 1) return leaf;
    const part = text(depth - 1);
    const sign = fc.constantFrom(' + ', ' - ', '*', ' / ', '^', '+\n', ' − ', ' × ');
    return fc.oneof(
      { weight: 2, arbitrary: leaf },
      { weight: 4, arbitrary: fc.tuple(part, sign, part).map(([a, op, b]) => a + op + b) },
      { weight: 2, arbitrary: fc.tuple(part, sign, part).map(([a, op, b]) => `(${a}${op}${b})`) },
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...functions), part).map(([name, a]) => `${name}(${a})`) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...pairs), part, part).map(([name, a, b]) => `${name}(${a}, ${b})`) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('add', 'mul'), part, part, part).map(([name, ...args]) => `${name}(${args.join(', ')})`) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('-', '+', '2', '3'), part).map(([before, a]) => `${before}(${a})`) },
      { weight: 1, arbitrary: fc.constantFrom<string>(...NAMES).map((name) => `2${name}^2`) },
      { weight: 1, arbitrary: fc.tuple(part, part).map(([a, b]) => `(${a})(${b})`) },
    );
  });
  return text(levels);
}

/** Values for the inputs, on both sides of 0. */
export const arbitraryValues: fc.Arbitrary<ReadonlyMap<string, number>> = fc
  .tuple(...NAMES.map(() => fc.integer({ min: -2_000, max: 2_000 }).map((thousandths) => (thousandths + 0.37) / 1_000)))
  .map((values) => new Map(NAMES.map((name, index) => [name, values[index] ?? 0])));

const math: MathJsInstance = create({ ...all });

/** Functions in closed form; the sigmoid may be given a relative error, to see what becomes of it. */
function functions(error: number): [string, (...args: number[]) => number][] {
  return [
    ['sigmoid', (x = NaN) => (1 + error) / (1 + Math.exp(-x))],
    ['relu', (x = NaN) => Math.max(x, 0)],
    ['neg', (x = NaN) => -x],
    ['sub', (a = NaN, b = NaN) => a - b],
    ['div', (a = NaN, b = NaN) => a / b],
    ['ln', (x = NaN) => Math.log(x)],
    ['add', (...args) => args.reduce((sum, one) => sum + one)],
    ['mul', (...args) => args.reduce((product, one) => product * one)],
    ['max', (...args) => Math.max(...args)],
    ['min', (...args) => Math.min(...args)],
    ['pow', (a = NaN, b = NaN) => Math.pow(a, b)],
    ['square', (x = NaN) => Math.pow(x, 2)],
    ['cube', (x = NaN) => Math.pow(x, 3)],
    ['tan', (x = NaN) => (Math.sin(x) / Math.cos(x)) * (1 + error)],
    ['sec', (x = NaN) => (1 + error) / Math.cos(x)],
    ['sinh', (x = NaN) => ((Math.exp(x) - Math.exp(-x)) / 2) * (1 + error)],
    ['cosh', (x = NaN) => ((Math.exp(x) + Math.exp(-x)) / 2) * (1 + error)],
    ['log', (x = NaN, base?: number) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base))],
    ['log2', (x = NaN) => (Math.log(x) / Math.log(2)) * (1 + error)],
    ['log10', (x = NaN) => (Math.log(x) / Math.log(10)) * (1 + error)],
  ];
}

/** The value of a text as mathjs's own parser and evaluator have it. */
export function evaluated(text: string, values: ReadonlyMap<string, number>, error = 0): number {
  const plain = text.replaceAll('−', '-').replaceAll('×', '*');
  return Number(math.parse(plain).evaluate(new Map<string, unknown>([...functions(error), ...values])));
}
