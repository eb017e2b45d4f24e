import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGradient, compile, type Operation, type Program } from '../../src/engine';
import { differentiate } from '../../src/expression/symbolic';
import { arbitraryText, arbitraryValues, evaluated, NAMES } from './arbitraryText';
import { understood } from './understood';

function run(text: string, values: ReadonlyMap<string, number>): Program {
  const program = compile(understood(text).graph);
  for (const id of understood(text).inputs) program.feed(id, values.get(id) ?? NaN);
  program.forward();
  program.backward();
  return program;
}

function resultOf(program: Program): number {
  return program.value(program.graph.output).data[0] ?? NaN;
}

function hasRootOfZero({ inputs: [base = '', exponent = ''] }: Operation, program: Program): boolean {
  return program.value(base).data[0] === 0 && !((program.value(exponent).data[0] ?? NaN) >= 1);
}

/** Whether a power has a base of 0 or less and an exponent that might move: then it is a value at that one point only. */
function hasNoExponentSlope({ inputs: [base = '', exponent = ''] }: Operation, program: Program): boolean {
  return !((program.value(base).data[0] ?? NaN) > 0) && !/^[-\d.]/.test(exponent);
}

/** The value with one input moved, or NaN. */
function moved(program: Program, id: string, by: number): number {
  const [x = NaN] = program.value(id).data;
  program.feed(id, x + by);
  program.forward();
  const value = resultOf(program);
  program.feed(id, x);
  program.forward();
  return value;
}

/** Fourth-order central differences with two steps; how far they are apart tells how far to trust either. */
function differences(program: Program, id: string): readonly [number, number] {
  const at = (h: number): number =>
    (8 * (moved(program, id, h) - moved(program, id, -h)) - (moved(program, id, 2 * h) - moved(program, id, -2 * h))) / (12 * h);
  return [at(1.6e-3), at(4e-4)];
}

describe('parseExpression of a random text', () => {
  test('computes what mathjs computes', () => {
    fc.assert(
      fc.property(arbitraryText('any', 8), arbitraryValues, (text, values) => {
        const wanted = evaluated(text, values);
        const actual = resultOf(run(text, values));
        // A relative error of 2⁻⁴⁰ in the functions that differ in their last bits, scaled down to the size of those.
        const shaken = Math.abs(evaluated(text, values, 2 ** -40) - wanted) * 2 ** -10;
        const same = Object.is(actual, wanted) || actual === wanted;
        // Where infinities meet, the last bit decides. The engine's sigmoid goes on below 1e-308, where the plain form is 0.
        fc.pre(same || (Number.isFinite(shaken) && Number.isFinite(wanted)));
        expect(same || Math.abs(actual - wanted) <= 1e-12 * Math.abs(wanted) + shaken + 1e-300, `${actual} for ${wanted}`).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('has the gradients that central differences have, away from kinks and poles', () => {
    fc.assert(
      fc.property(arbitraryText('any', 6), arbitraryValues, fc.constantFrom(...NAMES), (text, values, name) => {
        const { inputs } = understood(text);
        fc.pre(inputs.includes(name));
        const program = run(text, values);
        const value = resultOf(program);
        // Where a value on the way is infinite the result may be finite, but has no slope.
        fc.pre(!program.forwardCalls.some(({ node }) => node.op === 'pow' && hasNoExponentSlope(node, program)));
        // The root of 0 has an infinite slope, of which 0 times is NaN.
        fc.pre(!program.forwardCalls.some(({ node }) => node.op === 'sqrt' && program.value(node.id).data[0] === 0));
        // So has any power of 0 whose exponent is below 1.
        fc.pre(!program.forwardCalls.some(({ node }) => node.op === 'pow' && hasRootOfZero(node, program)));
        fc.pre(Math.abs(value) < 1e6 && program.order.every((id) => Number.isFinite(program.value(id).data[0])));
        const [coarse, fine] = differences(program, name);
        const scale = Math.max(Math.abs(fine), Math.abs(value) * 1e-3, 1e-6);
        fc.pre(Math.abs(coarse - fine) <= 1e-7 * scale);
        program.backward();
        const [backprop = NaN] = program.gradient(name).data;
        expect(Math.abs(backprop - fine)).toBeLessThanOrEqual(1e-5 * scale);
        const { worst } = checkGradient(program, name);
        expect(Math.abs(worst.backprop - worst.numeric)).toBeLessThanOrEqual(1e-4 * scale);
      }),
      { numRuns: 300, maxSkipsPerRun: 200 },
    );
  });

  test('has the gradients that the rules of differentiation give', () => {
    fc.assert(
      fc.property(arbitraryText('smooth', 6), arbitraryValues, fc.constantFrom(...NAMES), (text, values, name) => {
        const expression = understood(text);
        fc.pre(expression.inputs.includes(name));
        const { derivative } = differentiate(expression, name);
        fc.pre(derivative !== undefined);
        const program = run(text, values);
        const [backprop = NaN] = program.gradient(name).data;
        const symbolic = derivative.evaluate(values);
        fc.pre(Number.isFinite(backprop) && Number.isFinite(symbolic) && Number.isFinite(resultOf(program)));
        // What the neighbouring points say about how much the last bits of an input matter.
        const near = derivative.evaluate(new Map(Array.from(values, ([id, x]) => [id, x * (1 + 1e-12)])));
        const shaken = Math.abs(near - symbolic) + 1e-12 * Math.abs(resultOf(program));
        fc.pre(Number.isFinite(shaken));
        // Below 1e-290 doubles have fewer digits on the way.
        expect(Math.abs(backprop - symbolic)).toBeLessThanOrEqual(1e-10 * Math.abs(symbolic) + shaken + 1e-290);
      }),
      { numRuns: 500, maxSkipsPerRun: 200 },
    );
  });
});
