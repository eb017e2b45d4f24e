import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExactly, formatFigure, formatNumber } from '../../../src/scene/format';
import { formatSubstituted } from '../../../src/scene/recording/substituted';

const read = (text: string): number => Number(text.replaceAll('−', '-'));

describe('formatSubstituted', () => {
  it('leaves enough digits for the calculation to come out: 1 − tanh² at 6', () => {
    const text = formatSubstituted(Math.tanh(6), formatFigure);
    expect(text).toBe('0.99998771');
    // sech² by its own formula, which loses nothing.
    expect(1 - read(text) ** 2).toBeCloseTo(1 / Math.cosh(6) ** 2, 8);
  });

  it('leaves whole numbers, those that four digits tell from them, and powers of ten as they are', () => {
    for (const value of [6, -1, 0, 0.5, 1 / 3, 539.9, 1234567.8, 1e300, 4e-4]) {
      expect(formatSubstituted(value, formatFigure)).toBe(formatFigure(value));
      expect(formatSubstituted(value)).toBe(formatNumber(value));
    }
  });

  it('has no more digits than the number itself', () => {
    expect([2.00001, -2.00001, 5403.7, 2 + 2 ** -51].map((value) => formatSubstituted(value))).toEqual([
      '2.00001', '−2.00001', '5403.7', formatExactly(2 + 2 ** -51),
    ]);
  });

  it('never makes a whole number of one that is not', () => {
    const near = fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.double({ min: -1, max: 1, noNaN: true })).map(([whole, part]) => whole + part * 2 ** -10);
    fc.assert(
      fc.property(near, (value) => {
        expect(Number.isInteger(read(formatSubstituted(value, formatFigure)))).toBe(Number.isInteger(value));
      }),
    );
  });
});
