import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatShortly } from '../../src/scene/shortNumber';

const read = (text: string): number => Number(text.replaceAll('−', '-'));

describe('formatShortly', () => {
  it('shows four digits where they fit, and fewer beside a long exponent', () => {
    expect([540, -4, 1 / 3, -1.707e43, -1.9894e130, -1.2346e-5, -1.2345e-300].map(formatShortly)).toEqual([
      '540', '−4', '0.3333', '−1.707e43', '−1.99e130', '−1.235e−5', '−1.2e−300',
    ]);
  });

  it('never takes more than nine characters, and is never off by more than its last digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e307, max: 1e307 }), (value) => {
        const text = formatShortly(value);
        expect(text.length).toBeLessThanOrEqual(9);
        // Two digits at the least; the smallest doubles have fewer themselves.
        if (Math.abs(value) > 1e-300) expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(0.051 * Math.abs(value));
      }),
    );
  });
});
