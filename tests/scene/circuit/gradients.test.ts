import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientWaysOf } from '../../../src/scene/circuit/gradients';
import { expressionOf, rowOf, rowsOf } from './gradientRecording';

describe('GradientWays', () => {
  it('finds the same gradient in three ways where f is smooth', () => {
    const sigmoid = '1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))';
    const values = { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 };
    const y = 1 / (1 + Math.exp(-1));
    const slopes = new Map([['w0', -1], ['x0', 2], ['w1', -2], ['x1', -3], ['w2', 1]].map(([name, factor]) => [name, y * (1 - y) * Number(factor)]));
    const rows = rowsOf(expressionOf(sigmoid), values);
    expect(rows.map(({ name }) => name)).toEqual(['w0', 'x0', 'w1', 'x1', 'w2']);
    for (const { name, backprop, symbolic, central, note, error } of rows) {
      expect(backprop).toBeCloseTo(slopes.get(name) ?? NaN, 14);
      expect(symbolic.value).toBeCloseTo(slopes.get(name) ?? NaN, 14);
      expect(central.value).toBeCloseTo(slopes.get(name) ?? NaN, 9);
      expect([symbolic.agrees, central.agrees, symbolic.note, central.note, note]).toEqual([true, true, undefined, undefined, undefined]);
      expect(error).toBeLessThan(1e-9);
    }
  });

  it('gives the inputs’ values and the larger of both errors', () => {
    const row = rowOf('x^4 - 3x^3 + 2', { x: 6 });
    expect(row.value).toBe(6);
    expect(row.backprop).toBe(4 * 6 ** 3 - 9 * 6 ** 2);
    expect(row.error).toBe(Math.max(row.symbolic.error ?? NaN, row.central.error ?? NaN));
  });

  it('agrees in any polynomial at any place', () => {
    const expression = expressionOf('a*x^3 + b*x^2*y - y*x + 7');
    const number = fc.double({ min: 0.1, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.record({ a: number, b: number, x: number, y: number }), (values) => {
        const rows = rowsOf(expression, values);
        for (const [name, truth] of [['a', values.x ** 3], ['b', values.x ** 2 * values.y]] as const) {
          const row = rows.find((one) => one.name === name);
          expect(Math.abs((row?.backprop ?? NaN) - truth)).toBeLessThanOrEqual(1e-12 * truth);
          expect([row?.symbolic.agrees, row?.central.agrees]).toEqual([true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the kink that a central difference straddles', () => {
    const row = rowOf('abs(x - 1) + max(y, 0)', { x: 1 + 2 ** -46, y: 5 });
    expect(row).toMatchObject({ backprop: 1, symbolic: { value: 1, agrees: true }, central: { agrees: false } });
    expect(row.central.note).toBe('A kink, of Absolute value v₂: the central difference straddles it and mixes its two slopes.');
    expect(row.error).toBeGreaterThan(0.01);
    expect(rowOf('relu(x)', { x: 0 }).central).toMatchObject({ value: 0.5, agrees: false, note: expect.stringContaining('ReLU f') as string });
  });

  it('says what an agreement on a kink is worth', () => {
    const row = rowOf('max(x, y)', { x: 3, y: 3 });
    expect(row.backprop).toBe(0.5);
    expect(row.central).toMatchObject({ agrees: true, note: 'At the kink of Maximum f there is no derivative: both numbers are the same convention.' });
    expect(rowOf('max(x, y)', { x: 3, y: 2 }).central.note).toBeUndefined();
  });

  it('has no formula, and says why, where there is no rule', () => {
    for (const [text, x] of [['max(x, 2)', 3], ['relu(x)', 3]] as const) {
      const { symbolic, central, error } = rowOf(text, { x });
      expect(symbolic).toMatchObject({ value: undefined, agrees: false, error: undefined });
      expect(symbolic.note).toMatch(/^There is no symbolic rule for (max here, because its slope depends on which argument is larger|relu here, because its slope depends on whether its argument is above 0)\.$/);
      expect(central.agrees).toBe(true);
      expect(error).toBe(central.error);
    }
    const { symbolic } = rowOf('abs(x)', { x: 0 });
    expect(symbolic).toMatchObject({ value: undefined, agrees: false, note: expect.stringContaining('abs') as string });
  });

  it('takes nothing for an agreement where numbers are unknown', () => {
    for (const name of ['x', 'y']) {
      const row = rowOf('log(x) + y', { x: -1, y: 2 }, name);
      const note = 'Unknown: f has no gradient where v₁ has no finite value.';
      const nothing = { value: undefined, agrees: false, note, error: undefined };
      expect(row).toMatchObject({ backprop: undefined, note, symbolic: nothing, central: nothing, error: undefined });
    }
  });

  it('leaves alone what an infinite slope does not reach', () => {
    const at = { x: 0, y: 2 };
    expect(rowOf('sqrt(x) + y^2', at)).toMatchObject({ backprop: undefined, note: 'Unknown: what arrives in x from v₁ is not finite.' });
    expect(rowOf('sqrt(x) + y^2', at, 'y')).toMatchObject({ backprop: 4, symbolic: { agrees: true }, central: { agrees: true } });
  });

  it('knows gradients of 0: what f does not depend on, and where it is flat', () => {
    expect(rowOf('a = 2x\ny^2', { x: 1, y: 3 })).toMatchObject({
      backprop: 0, note: 'f does not depend on x.', symbolic: { value: 0, agrees: true }, central: { value: 0, agrees: true }, error: 0,
    });
    expect(rowOf('x^2', { x: 0 })).toMatchObject({ backprop: 0, symbolic: { agrees: true }, central: { agrees: true }, note: undefined });
    const flat = rowOf('sin(x)^2 + cos(x)^2', { x: 1 });
    expect(Math.abs(flat.backprop ?? NaN)).toBeLessThan(1e-15);
    expect([flat.symbolic.agrees, flat.central.agrees]).toEqual([true, true]);
  });

  it('does not mind how large or small numbers are', () => {
    for (const [text, values, truth] of [
      ['x * 1e300', { x: 1e-300 }, 1e300],
      ['x^2 * 1e-200', { x: 2e-50 }, 4e-250],
      ['x * y', { x: 1e-160, y: 1e160 }, 1e160],
    ] as const) {
      const row = rowOf(text, values);
      expect((row.backprop ?? NaN) / truth).toBeCloseTo(1, 12);
      expect([row.symbolic.agrees, row.central.agrees]).toEqual([true, true]);
      expect(row.error).toBeLessThan(1e-6);
    }
  });

  it('agrees near 0, where some functions hardly change and others change all the more', () => {
    for (const [text, x, truth] of [
      ['exp(x)', 1e-8, 1], ['sin(x) + 3', 1e-9, 1], ['x^2 + 1', 1e-5, 2e-5], ['log(x)', 1e-8, 1e8], ['1/x', 1e-6, -1e12], ['sqrt(x)', 1e-10, 5e4], ['x^2', 1e-150, 2e-150],
    ] as const) {
      const { backprop, central } = rowOf(text, { x });
      expect((backprop ?? NaN) / truth).toBeCloseTo(1, 7);
      expect(central, text).toMatchObject({ agrees: true, note: undefined });
      expect((central.value ?? NaN) / truth, text).toBeCloseTo(1, 6);
    }
  });

  it('blames rounding for a difference quotient that cannot be precise', () => {
    for (const [text, x] of [['(x + 1e15) - 1e15', 1], ['1 / (1 + exp(-x))', 40], ['x^2 + 1', 1e-10]] as const) {
      const { symbolic, central } = rowOf(text, { x });
      expect(symbolic.agrees).toBe(true);
      expect(central).toMatchObject({ agrees: false, note: expect.stringMatching(/^Rounding/) as string });
    }
  });

  it('does not take a small gradient for nothing beside what has cancelled', () => {
    // The quotient rule loses all but a few digits of e^−30.
    const { backprop, symbolic } = rowOf('exp(x) / (1 + exp(x))', { x: 25 });
    const truth = 1 / (2 + 2 * Math.cosh(25));
    expect(Math.abs((backprop ?? NaN) - truth)).toBeLessThan(1e-15);
    expect(Math.abs((symbolic.value ?? NaN) - truth)).toBeLessThan(1e-15);
    expect(symbolic.agrees).toBe(true);
    expect(rowOf('exp(x) / (1 + exp(x)) + 1e-12 y', { x: 25, y: 1 }, 'y')).toMatchObject({ backprop: 1e-12, symbolic: { value: 1e-12 }, central: { agrees: false } });
  });

  it('blames the step where f bends within it', () => {
    const { symbolic, central } = rowOf('sin(1e15 x)', { x: 1 });
    expect(symbolic.agrees).toBe(true);
    expect(central).toMatchObject({ agrees: false, note: expect.stringContaining('f bends too much along x') as string });
  });

  it('says where a central difference leaves the domain', () => {
    const { central, symbolic } = rowOf('sqrt(x - 1)', { x: 1.0001 });
    expect(symbolic.agrees).toBe(true);
    expect(central).toMatchObject({ value: undefined, agrees: false });
    expect(central.note).toMatch(/^A central difference steps to both sides: at x = 0\.99\d* Square root f has no finite value\.$/);
  });
});

describe('gradientWaysOf', () => {
  it('derives each formula once for a graph', () => {
    const expression = expressionOf('x * y');
    const ways = gradientWaysOf(expression);
    expect(gradientWaysOf({ ...expression, text: 'x*y' })).toBe(ways);
    expect(ways.symbolic('x')).toBe(ways.symbolic('x'));
    expect(gradientWaysOf(expressionOf('x * y'))).not.toBe(ways);
  });
});
