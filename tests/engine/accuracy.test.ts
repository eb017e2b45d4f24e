import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/engine';
import { unitsApart } from './closeness';
import { EXP_LIMIT, expWithin } from '../../src/engine/kernels/exp';
import { exactly, expError } from './exactExp';

const logarithmic = fc
  .tuple(fc.double({ min: -60, max: Math.log2(800), noNaN: true }), fc.boolean())
  .map(([exponent, negative]) => (negative ? -1 : 1) * 2 ** exponent);
const anywhere = fc.oneof(logarithmic, fc.double({ min: -760, max: 760, noNaN: true }), fc.double({ noNaN: true, noDefaultInfinity: true }));

describe('exactly', () => {
  test('knows σ(0), σ(ln 3), tanh 1 and the slope of σ at 40', () => {
    expect(exactly(0)).toEqual({ sigmoid: 0.5, sigmoidSlope: 0.25, tanh: 0, tanhSlope: 1 });
    expect(exactly(Math.log(3)).sigmoid).toBeCloseTo(0.75, 15);
    expect(exactly(1).tanh).toBe(0.7615941559557649);
    expect(exactly(40).sigmoidSlope).toBe(4.248354255291589e-18);
  });
});

describe('expWithin', () => {
  test('is within 0.52 units in the last place up to its limit', () => {
    const within = fc.oneof(fc.double({ min: -EXP_LIMIT, max: EXP_LIMIT, noNaN: true }), logarithmic.filter((x) => Math.abs(x) < EXP_LIMIT));
    fc.assert(
      fc.property(within, (x) => {
        expect(expError(x, expWithin(x))).toBeLessThanOrEqual(0.52);
      }),
      { numRuns: 2000 },
    );
  });

  test('is 1 at 0 and nearest to e at 1', () => {
    expect(expWithin(0)).toBe(1);
    expect(expWithin(-0)).toBe(1);
    expect(expWithin(1)).toBe(Math.E);
  });
});

describe('sigmoid', () => {
  test('forward and backward are within 4 units in the last place wherever the double lies', () => {
    fc.assert(
      fc.property(anywhere, (x) => {
        const { value, slope } = at('sigmoid', x);
        const exact = exactly(x);
        expect(unitsApart(value, exact.sigmoid)).toBeLessThanOrEqual(4);
        expect(unitsApart(slope, exact.sigmoidSlope)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([-745.2, -745, -708.5, -700, -699.9, -37, 36.8, 37, 40, 699.9, 700, 708.5, 745, 745.2])('backward has the true slope at %d', (x) => {
    expect(unitsApart(at('sigmoid', x).slope, exactly(x).sigmoidSlope)).toBeLessThanOrEqual(4);
  });

  test('forward and backward end in 0 and 1 at the infinities, and pass NaN on', () => {
    expect(at('sigmoid', Infinity)).toEqual({ value: 1, slope: 0 });
    expect(at('sigmoid', -Infinity)).toEqual({ value: 0, slope: 0 });
    expect(at('sigmoid', NaN)).toEqual({ value: NaN, slope: NaN });
  });
});

describe('tanh', () => {
  test('forward and backward are within 4 units in the last place wherever the double lies', () => {
    fc.assert(
      fc.property(anywhere, (x) => {
        const { value, slope } = at('tanh', x);
        const exact = exactly(x);
        expect(unitsApart(value, exact.tanh)).toBeLessThanOrEqual(4);
        expect(unitsApart(slope, exact.tanhSlope)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });

  test('backward still has a slope at ±19 and ±370, where 1 − tanh² is 0', () => {
    for (const x of [-370, -19, 19, 370]) {
      expect(1 - Math.tanh(x) ** 2).toBeLessThan(1e-15);
      expect(unitsApart(at('tanh', x).slope, exactly(x).tanhSlope)).toBeLessThanOrEqual(4);
    }
  });

  test('forward and backward end in ±1 and 0 at the infinities', () => {
    expect(at('tanh', Infinity)).toEqual({ value: 1, slope: 0 });
    expect(at('tanh', -Infinity)).toEqual({ value: -1, slope: 0 });
  });
});

function at(op: string, x: number): { value: number; slope: number } {
  const program = compile({ nodes: [{ id: 'x', role: 'parameter', value: x }, { id: 'f', op, inputs: ['x'] }], output: 'f' });
  program.forward();
  program.backward();
  return { value: program.value('f').data[0] ?? 0, slope: program.gradient('x').data[0] ?? 0 };
}
