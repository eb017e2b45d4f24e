import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPoint, errorCurve, growthOrder } from '../../../src/study/nudge/errorCurve';
import { Nudger } from '../../../src/study/nudge/nudger';
import { spacingAt } from '../../../src/study/nudge/spacing';
import { recorded, scalars } from '../../engine/scalarGraphs';

const curveOf = (...lines: string[]) => errorCurve(new Nudger(recorded(scalars(...lines))), 'x', 0, 1);

describe('errorCurve', () => {
  test('goes from 1e−16 to 1 in quarters of a decade, through the powers of ten themselves', () => {
    const { epsilons } = curveOf('x := 2', 'f = pow(x, 3)');
    expect(epsilons).toHaveLength(65);
    expect([epsilons[0], epsilons[4], epsilons[44], epsilons[64]]).toEqual([1e-16, 1e-15, 1e-5, 1]);
    expect((epsilons[1] ?? 0) / (epsilons[0] ?? 1)).toBeCloseTo(10 ** 0.25, 12);
  });

  test('holds the truncation errors of x³ at 2 where ε is large: (6ε + ε²)/12 and ε²/12', () => {
    const { epsilons, forward, central, relative } = curveOf('x := 2', 'f = pow(x, 3)');
    expect(relative).toBe(true);
    for (let point = 48; point <= 64; point++) {
      const epsilon = epsilons[point] ?? NaN;
      expect(forward[point]).toBeCloseTo((6 * epsilon + epsilon ** 2) / 12, 10);
      expect(central[point]).toBeCloseTo(epsilon ** 2 / 12, 10);
    }
  });

  test('holds rounding where ε is small: at most a few spacings of f over ε, and a whole slope lost at 1e−16', () => {
    const { epsilons, forward } = curveOf('x := 2', 'f = pow(x, 3)');
    expect(forward[0]).toBe(1);
    for (let point = 8; point < 24; point++) expect(forward[point]).toBeLessThan((6 * spacingAt(8)) / (epsilons[point] ?? 0));
  });

  test('finds the best ε of x³ near the square root of what rounding leaves, and the central one near its cube root', () => {
    const { epsilons, forward, central } = curveOf('x := 2', 'f = pow(x, 3)');
    expect(Math.log10(epsilons[bestPoint(forward)] ?? 0)).toBeCloseTo(-8, -0.5);
    expect(Math.log10(epsilons[bestPoint(central)] ?? 0)).toBeCloseTo(-5, -0.5);
  });

  test('finds that the errors grow like ε and ε², and not at all where nothing bends', () => {
    const bent = curveOf('x := 0.7', 'e = exp(x)', 'f = mul(e, x)');
    expect([growthOrder(bent.forward), growthOrder(bent.central)]).toEqual([1, 2]);
    const straight = curveOf('x := 0.7', 'p = mul(x, 3)', 'f = add(p, 0.1)');
    expect([growthOrder(straight.forward), growthOrder(straight.central)]).toEqual([undefined, undefined]);
    // A parabola: the central slope is exact.
    const parabola = curveOf('x := 0.7', 'f = mul(x, x)');
    expect([growthOrder(parabola.forward), growthOrder(parabola.central)]).toEqual([1, undefined]);
    // Where the second derivative is 0 the forward slope is as good as that.
    const turning = curveOf('x := 0', 'f = sin(x)');
    expect(growthOrder(turning.forward)).toBe(2);
  });

  test('holds errors that are not relative where the gradient is 0', () => {
    const { relative, forward, central } = curveOf('x := 0', 'f = mul(x, x)');
    expect(relative).toBe(false);
    expect(forward[64]).toBe(1);
    expect(central.every((error) => error === 0)).toBe(true);
  });

  test('is NaN where f has no value on one of the sides', () => {
    const { forward, central } = curveOf('x := 0.5', 'f = log(x)');
    expect(central[64]).toBeNaN();
    expect(forward[64]).toBeCloseTo(Math.abs(Math.log(3) - 2) / 2, 12);
  });
});

describe('bestPoint', () => {
  test('is not deceived by a single lucky error', () => {
    expect(bestPoint(Float64Array.of(9, 0, 9, 3, 2, 3, 9))).toBe(4);
    expect(bestPoint(Float64Array.of(NaN, NaN))).toBe(-1);
  });
});

describe('spacingAt', () => {
  test('is the distance to the next larger double', () => {
    expect(spacingAt(1)).toBe(2 ** -52);
    expect(spacingAt(-8)).toBe(2 ** -49);
    expect(spacingAt(0)).toBe(Number.MIN_VALUE);
    expect(spacingAt(Infinity)).toBeNaN();
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        const spacing = spacingAt(value);
        const magnitude = Math.abs(value);
        expect(magnitude + spacing).toBeGreaterThan(magnitude);
        expect([magnitude, magnitude + spacing]).toContain(magnitude + spacing / 2);
      }),
    );
  });
});
