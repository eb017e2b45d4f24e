import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, findOp, OPS, type Operand, type Program, type Working } from '../../src/engine';
import { evaluateStatement } from './evaluateWorking';
import { casesOf, graphOf } from './opCases';

/** Their local derivatives are numbers that are given: 1 and −1. */
const GIVEN = ['add', 'sub', 'neg'];

describe('slopeWork comes to the local derivative', () => {
  const ops = OPS.filter(({ name, elementwise }) => (elementwise && !GIVEN.includes(name)) || name === 'mse');

  test.each(ops.map((op) => [op.name, op] as const))('for every cell of every port of %s', (_, op) => {
    let checked = 0;
    fc.assert(
      fc.property(casesOf(op), (example) => {
        const program = compile(graphOf(example));
        example.inputs.forEach((input, port) => program.feed(`x${port}`, input));
        program.forward();
        const [call] = program.forwardCalls;
        if (call === undefined) throw new Error('nothing was compiled');
        example.inputs.forEach((input, port) => {
          input.data.forEach((_x, cell) => {
            const working = call.slopeWork(port, cell);
            if (working === undefined) return;
            checked++;
            // Operands are cells of the nodes themselves, the output among them, not of stretched copies.
            for (const operand of operandsOf(working)) expect(cellOf(program, operand)).toBe(operand.value);
            const local = call.partials(port, cell)[0]?.local ?? NaN;
            const terms = operandsOf(working).map(({ value }) => value ** 2);
            expect(Math.abs(evaluateStatement(working) - local)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(local), ...terms));
          });
        });
      }),
      { numRuns: 120 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});

describe('slopeWork is written', () => {
  test.each<[string, number[], number, string | undefined]>([
    ['exp', [-1], 0, 'e^[-1]'],
    ['log', [4], 0, '1 ÷ [4]'],
    ['sqrt', [9], 0, '1 ÷ (2 × <3>)'],
    ['sin', [2], 0, 'cos([2])'],
    ['cos', [2], 0, '−sin([2])'],
    ['tanh', [0], 0, '1 − <0>²'],
    ['sigmoid', [0], 0, '<0.5> × (1 − <0.5>)'],
    ['relu', [3], 0, '1 since [3] > 0'],
    ['relu', [-3], 0, '0 since [-3] ≤ 0'],
    ['relu', [0], 0, '0 since [0] ≤ 0'],
    ['relu', [NaN], 0, undefined],
    ['abs', [3], 0, '1 since [3] > 0'],
    ['abs', [-3], 0, '−1 since [-3] < 0'],
    ['abs', [0], 0, '0 since [0] = 0'],
    ['abs', [NaN], 0, undefined],
    ['max', [1, 2], 0, '0 since [1] < [2]'],
    ['max', [1, 2], 1, '1 since [2] > [1]'],
    ['max', [2, 2], 1, '½ since [2] = [2]'],
    ['max', [NaN, 2], 1, undefined],
    ['mul', [2, 3], 0, '[3]'],
    ['mul', [2, 3, 4], 1, '[2] × [4]'],
    ['mul', [2], 0, undefined],
    ['div', [3, 2], 0, '1 ÷ [2]'],
    ['div', [3, 2], 1, '−[3] ÷ [2]²'],
    ['pow', [3, 2], 0, '[2] × [3] ^ ([2] − 1)'],
    ['pow', [3, 0], 0, '0 since the exponent is [0]'],
    ['pow', [3, 2], 1, '[3] ^ [2] × log([3])'],
    ['pow', [0, 2], 1, '0 since the base is [0]'],
    ['mse', [3, 2], 0, '2/1 × ([3] − [2])'],
    ['mse', [3, 2], 1, '−2/1 × ([3] − [2])'],
    ['add', [1, 2], 0, undefined],
    ['sub', [1, 2], 1, undefined],
    ['neg', [1], 0, undefined],
  ])('for %s of %j, port %d, as “%s”', (op, values, port, text) => {
    const working = ran(op, values).forwardCalls[0]?.slopeWork(port, 0);
    const spelled = working?.map((part) => {
      if (typeof part === 'string') return part;
      return part.port === 'output' ? `<${part.value}>` : `[${part.value}]`;
    });
    expect(spelled?.join('')).toBe(text);
  });

  test('with both of its reasons true at ties and kinks, where the derivative is a convention', () => {
    for (const [op, values] of [['relu', [0]], ['abs', [0]], ['max', [2, 2]], ['pow', [0, 2]], ['pow', [3, 0]]] as const) {
      const [call] = ran(op, [...values]).forwardCalls;
      values.forEach((_value, port) => {
        expect(evaluateStatement(call?.slopeWork(port, 0) ?? [])).toBe(call?.partials(port, 0)[0]?.local);
      });
    }
  });
});

describe('domain', () => {
  const numbers = [-2.5, -2, -1, -0.5, -0, 0, 0.5, 1, 2, 3.25];

  test.each(['log', 'sqrt', 'div', 'pow', 'exp', 'mul', 'sin', 'max'])('of %s says why exactly where the value is not a finite number', (name) => {
    const op = findOp(name);
    if (op === undefined) throw new Error(name);
    for (const a of numbers) {
      for (const b of op.ports.length === 1 ? [0] : numbers) {
        const inputs = [a, b].slice(0, op.ports.length);
        const value = ran(name, inputs).value('f').data[0] ?? NaN;
        expect(op.domain?.(inputs) === undefined, `${name}(${inputs.join()})`).toBe(Number.isFinite(value));
      }
    }
  });

  test('is silent about overflow', () => {
    expect(findOp('pow')?.domain?.([10, 400])).toBeUndefined();
    expect(findOp('div')?.domain?.([1e300, 1e-300])).toBeUndefined();
  });

  test('finishes a sentence', () => {
    expect(findOp('log')?.domain?.([-2])).toBe('the logarithm exists only above 0');
    expect(findOp('log')?.domain?.([0])).toBe('the logarithm exists only above 0; towards 0 it falls to −∞');
    expect(findOp('div')?.domain?.([1, 0])).toBe('a division by 0 has no value');
    expect(findOp('sqrt')?.domain?.([-1])).toBe('the square root of a negative number is not real');
    expect(findOp('pow')?.domain?.([0, -1])).toBe('a negative power of 0 is a division by 0');
    expect(findOp('pow')?.domain?.([-8, 0.5])).toBe('a negative number has real powers at whole exponents only');
  });
});

function ran(op: string, values: number[]): Program {
  const ids = values.map((_value, port) => `x${port}`);
  const leaves = values.map((value, port) => ({ id: `x${port}`, role: 'parameter' as const, value }));
  const program = compile({ nodes: [...leaves, { id: 'f', op, inputs: ids }], output: 'f' });
  program.forward();
  return program;
}

function operandsOf(working: Working): Operand[] {
  return working.filter((part) => typeof part === 'object');
}

function cellOf(program: Program, { port, cell }: Operand): number | undefined {
  return program.view(port === 'output' ? 'f' : `x${port}`).data[cell];
}
