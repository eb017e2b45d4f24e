import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared } from '../../../src/scene/circuit/gradientAgreement';

const noFloor = (): number => 0;

describe('compared', () => {
  it('lets nothing agree that is not finite', () => {
    for (const [a, b] of [[NaN, NaN], [Infinity, Infinity], [1, NaN], [-Infinity, 0]] as const) {
      expect(compared(a, b, 1, () => Infinity)).toEqual({ agrees: false, error: NaN });
    }
  });

  it('is relative to the larger number, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), (exponent) => {
        const scale = 2 ** exponent;
        expect(compared(scale, scale * (1 + 1e-7), 1e-6, noFloor)).toMatchObject({ agrees: true });
        expect(compared(scale, scale * (1 + 1e-5), 1e-6, noFloor)).toMatchObject({ agrees: false });
        expect(compared(scale, -scale, 1e-6, noFloor)).toEqual({ agrees: false, error: 2 });
      }),
    );
  });

  it('does not overflow between the largest doubles', () => {
    expect(compared(Number.MAX_VALUE, -Number.MAX_VALUE, 1e-6, noFloor)).toEqual({ agrees: false, error: 2 });
  });

  it('lets two zeros agree, and asks for the floor only where it matters', () => {
    const never = (): number => {
      throw new Error('asked for');
    };
    expect(compared(0, -0, 1e-9, never)).toEqual({ agrees: true, error: 0 });
    expect(compared(1, 1 + 1e-12, 1e-9, never).agrees).toBe(true);
  });

  it('lets agree what differs by less than the floor, with an error below the tolerance', () => {
    const { agrees, error } = compared(1e-17, 0, 1e-9, () => 1e-13);
    expect(agrees).toBe(true);
    expect(error).toBeLessThan(1e-9);
    expect(compared(1e-12, 0, 1e-9, () => 1e-13)).toEqual({ agrees: false, error: 1 });
  });
});
