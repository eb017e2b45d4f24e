import { OPS } from '../engine';
import type { Value } from './draft';

/** What a function is built with: operations and numbers that join the graph. */
export interface Maker {
  operation(op: string, operands: readonly Value[]): Value;
  constant(value: number): Value;
}

/** What a function is called with. */
type Operands = readonly [Value, ...Value[]];

/** A function that may be called in a text. */
export interface ScalarFunction {
  /** The fewest and the most arguments. */
  readonly least: number;
  readonly most: number;
  /** @param operands as many as are allowed, which is at least one */
  readonly build: (operands: Operands, make: Maker) => Value;
}

/** The ops that work on single numbers, by the engine's names. */
export const SCALAR_OPS: readonly string[] = OPS.filter(({ elementwise }) => elementwise).map(({ name }) => name);

/** Every function, by name: the engine's ops, mathjs's other names for them, and what is made of them. */
export const FUNCTIONS: ReadonlyMap<string, ScalarFunction> = new Map([
  ...OPS.filter(({ elementwise }) => elementwise).map(({ name, variadic, ports }) => {
    const [least, most] = variadic ? [1, Infinity] : [ports.length, ports.length];
    return [name, { least, most, build: (operands, make) => make.operation(name, operands) }] as const satisfies Entry;
  }),
  ...renamed(),
  ...composed(),
]);

type Entry = readonly [string, ScalarFunction];

/** mathjs's names for ops of the engine. */
function renamed(): Entry[] {
  const same = (name: string, op: string, least: number, most = least): Entry => [
    name,
    { least, most, build: (operands, make) => make.operation(op, operands) },
  ];
  return [
    same('subtract', 'sub', 2),
    same('multiply', 'mul', 1, Infinity),
    same('prod', 'mul', 1, Infinity),
    same('sum', 'add', 1, Infinity),
    same('divide', 'div', 2),
    same('unaryMinus', 'neg', 1),
    same('ln', 'log', 1),
  ];
}

/** Functions that are made of several ops, all of which appear in the graph. */
function composed(): Entry[] {
  const of1 = (name: string, build: (x: Value, make: Maker) => Value): Entry => [
    name,
    { least: 1, most: 1, build: ([x], make) => build(x, make) },
  ];
  const over = (make: Maker, a: Value, b: Value): Value => make.operation('div', [a, b]);
  const apply = (make: Maker, op: string, x: Value): Value => make.operation(op, [x]);
  const logOver = (base: number) => (x: Value, make: Maker) => over(make, apply(make, 'log', x), apply(make, 'log', make.constant(base)));
  const halved = (op: string) => (x: Value, make: Maker) => {
    const up = apply(make, 'exp', x);
    const down = apply(make, 'exp', apply(make, 'neg', x));
    return over(make, make.operation(op, [up, down]), make.constant(2));
  };
  return [
    of1('square', (x, make) => make.operation('pow', [x, make.constant(2)])),
    of1('cube', (x, make) => make.operation('pow', [x, make.constant(3)])),
    of1('tan', (x, make) => over(make, apply(make, 'sin', x), apply(make, 'cos', x))),
    of1('cot', (x, make) => over(make, apply(make, 'cos', x), apply(make, 'sin', x))),
    of1('sec', (x, make) => over(make, make.constant(1), apply(make, 'cos', x))),
    of1('csc', (x, make) => over(make, make.constant(1), apply(make, 'sin', x))),
    of1('sinh', halved('sub')),
    of1('cosh', halved('add')),
    of1('log10', logOver(10)),
    of1('log2', logOver(2)),
    [
      'log',
      {
        least: 1,
        most: 2,
        build: ([x, base], make) => {
          const logs = [x, base].filter((operand) => operand !== undefined).map((operand) => apply(make, 'log', operand));
          return logs.length === 1 && logs[0] !== undefined ? logs[0] : make.operation('div', logs);
        },
      },
    ],
    ['max', { least: 2, most: Infinity, build: largest }],
    // The least of some numbers is minus the largest of their opposites.
    [
      'min',
      {
        least: 2,
        most: Infinity,
        build: (operands, make) => apply(make, 'neg', largest(operands.map((operand) => apply(make, 'neg', operand)), make)),
      },
    ],
  ];
}

/** The engine's max takes two values: of more, the first two, and then each next one. */
function largest(operands: readonly Value[], make: Maker): Value {
  return operands.reduce((most, next) => make.operation('max', [most, next]));
}

const FLAT = 'is not supported: it is flat between its jumps, so that there is no slope to follow';
const MISSING = 'is not among the operations that a graph can compute here';
const ROOT = 'is not supported; write x^(1/3) or the like, which has no value for a negative x';

/** Functions of mathjs that cannot be had, and why. */
export const REFUSED: ReadonlyMap<string, string> = new Map([
  ...['sign', 'floor', 'ceil', 'round', 'fix'].map((name) => [name, `${name} ${FLAT}.`] as const),
  ...['asin', 'acos', 'atan', 'atan2', 'asinh', 'acosh', 'atanh', 'erf', 'gamma', 'hypot'].map((name) => [name, `${name} ${MISSING}.`] as const),
  ...['cbrt', 'nthRoot'].map((name) => [name, `${name} ${ROOT}.`] as const),
]);
