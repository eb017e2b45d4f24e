import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  behindOperator,
  bracketsBehindOperator,
  formatCount,
  formatExactly,
  formatFigure,
  formatName,
  formatNumber,
  isCompoundNumber,
  nameParts,
  partialName,
  texName,
  texNumber,
} from '../../src/scene/format';

describe('formatNumber', () => {
  it.each([
    [NaN, 'NaN'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-0.25, '−0.25'],
    [Math.PI, '3.142'],
    [9.9996, '10'],
    [99.996, '100'],
    [0.001, '0.001'],
    [0.00099996, '0.001'],
    [0.000999, '9.99e−4'],
    [12345.6, '12346'],
    [99999.4, '99999'],
    [99999.6, '1e5'],
    [-123456, '−1.235e5'],
    [Number.MAX_VALUE, '1.798e308'],
    [-Number.MAX_VALUE, '−1.798e308'],
    [5e-324, '4.941e−324'],
  ])('writes %d as “%s”', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('keeps all digits before the point, however few are asked for', () => {
    expect(formatNumber(2481, 3)).toBe('2481');
    expect(formatNumber(2481.7, 3)).toBe('2482');
    expect(formatNumber(24810, 2)).toBe('24810');
    expect(formatNumber(248100, 3)).toBe('2.48e5');
    expect(formatNumber(4294967295, 10)).toBe('4294967295');
  });

  it('reads back as the number, to half a unit of its last digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 12 }), (value, digits) => {
        // The text of the very largest rounds up past what a double holds.
        fc.pre(Math.abs(value) < 1e308 && (value === 0 || Math.abs(value) > 1e-300));
        const back = Number(formatNumber(value, digits).replaceAll('−', '-'));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 0.5000001 * 10 ** (1 - digits));
      }),
    );
  });
});

describe('formatFigure', () => {
  it.each([
    [10.96, '11.0'],
    [9.6, '9.60'],
    [0.5, '0.500'],
    [9.996, '10.0'],
    [1, '1'],
    [0, '0'],
    [-40, '−40'],
    [2481.2, '2481'],
    [1e-7, '1.00e−7'],
    [2e9, '2e9'],
    [2.0001e154, '2.00e154'],
  ])('writes %d with the zeros of three digits unless it is whole: “%s”', (value, text) => {
    expect(formatFigure(value, 3)).toBe(text);
  });
});

describe('formatExactly', () => {
  it.each([
    [0.1 + 0.2, '0.30000000000000004'],
    [-1e21, '−1e21'],
    [5e-324, '5e−324'],
    [Number.MAX_VALUE, '1.7976931348623157e308'],
    [-0, '0'],
    [NaN, 'NaN'],
    [-Infinity, '−∞'],
  ])('writes %d as “%s”', (value, text) => {
    expect(formatExactly(value)).toBe(text);
  });
});

describe('formatCount', () => {
  it('separates thousands', () => {
    expect(formatCount(32384)).toBe('32,384');
  });
});

describe('nameParts', () => {
  it.each([
    ['W1', 'W', '1'],
    ['x12', 'x', '12'],
    ['x_12', 'x_12', ''],
    ['hidden', 'hidden', ''],
    ['a1b', 'a1b', ''],
    ['42', '42', ''],
    ['_1', '_1', ''],
    ['', '', ''],
    ['0.5', '0.5', ''],
    ['-12', '−12', ''],
    ['1e-7', '1e−7', ''],
    ['1e21x2', '1e21x', '2'],
  ])('splits “%s” into “%s” and “%s”', (id, base, subscript) => {
    expect(nameParts(id)).toEqual({ base, subscript });
  });
});

describe('formatName', () => {
  it('sets the digits at the end as subscripts', () => {
    expect(['W1', 'x12', 'C', '7'].map(formatName)).toEqual(['W₁', 'x₁₂', 'C', '7']);
  });

  it('tells names with an underscore from those without', () => {
    expect(['x1', 'x_1', 'x__1'].map(formatName)).toEqual(['x₁', 'x_1', 'x__1']);
  });
});

describe('the name of a constant', () => {
  it.each([
    ['2', '2', '2', false],
    ['-2', '−2', '-2', true],
    ['0.5', '0.5', '0.5', false],
    ['-12.25', '−12.25', '-12.25', true],
    ['1e-7', '1e−7', '10^{-7}', true],
    ['-1e-7', '−1e−7', '-10^{-7}', true],
    ['2.5e-8', '2.5e−8', '2.5 \\cdot 10^{-8}', true],
    ['1e+21', '1e21', '10^{21}', true],
    ['1.7976931348623157e+308', '1.7976931348623157e308', '1.7976931348623157 \\cdot 10^{308}', true],
    ['π', 'π', 'π', false],
    ['e', 'e', 'e', false],
  ])('“%s” is written as the number %s, in TeX as %s', (id, plain, tex, compound) => {
    expect([formatName(id), texName(id), isCompoundNumber(id)]).toEqual([plain, tex, compound]);
    expect(() => katex.renderToString(`${tex} \\cdot x`, { throwOnError: true, strict: 'ignore' })).not.toThrow();
  });

  it('is any number’s, with all of its digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(formatName(String(value))).toBe(formatExactly(value));
      }),
    );
  });

  it('is none that only looks like a number', () => {
    expect(['2x', 'e5', '1e', 'x-2', '--2', '1.2.3'].map(texName)).toEqual([
      '\\mathrm{2x}', 'e_{5}', '\\mathrm{1e}', '\\mathrm{x-}_{2}', '\\mathrm{--}_{2}', '\\mathrm{1.2.}_{3}',
    ]);
  });
});

describe('texNumber', () => {
  it.each([
    [0.01, '0.01'],
    [3e-6, '3 \\cdot 10^{-6}'],
    [1e-6, '10^{-6}'],
    [-1e6, '-10^{6}'],
    [-0.5, '-0.5'],
  ])('writes %d as “%s”', (value, tex) => {
    expect(texNumber(value)).toBe(tex);
  });
});

describe('behindOperator', () => {
  it.each([
    [-4, '(−4)'],
    [4, '4'],
    [0, '0'],
    [1e-7, '1e−7'],
    [-1e-7, '(−1e−7)'],
    [-Infinity, '(−∞)'],
    [NaN, 'NaN'],
  ])('puts %s in brackets if it has a sign', (value, written) => {
    expect(behindOperator(formatNumber(value))).toBe(written);
    expect(bracketsBehindOperator(formatNumber(value)).join('')).toBe(written.startsWith('(') ? '()' : '');
  });

  it('knows the minus of TeX, and leaves what nobody knows alone', () => {
    expect(behindOperator(texNumber(-3e-9))).toBe('(-3 \\cdot 10^{-9})');
    expect(behindOperator('?')).toBe('?');
  });
});

describe('partialName', () => {
  it('says how one node changes with another', () => {
    expect(partialName('C', 'W1')).toBe('∂C/∂W₁');
    expect(partialName('f', '-3')).toBe('∂f/∂−3');
  });
});

describe('texName', () => {
  it('sets a letter in italics, a word upright, digits as a subscript', () => {
    expect(['W1', 'loss', 'C'].map(texName)).toEqual(['W_{1}', '\\mathrm{loss}', 'C']);
  });

  it.each(['__proto__', 'x_1', '\\', '}{', '$x$', 'a_b^c', '100%', '#1', '~', 'a b', '\\input{x}2', '&', "f'", '"', '🙂', 'ü3', ''])(
    'makes TeX that KaTeX can set out of the name “%s”',
    (id) => {
      expect(() => katex.renderToString(`${texName(id)} + 1`, { throwOnError: true, strict: 'ignore' })).not.toThrow();
    },
  );

  it('lets no name be taken for a command', () => {
    expect(texName('\\input{x}2')).not.toContain('\\input');
    expect(texName('a b')).toBe('\\mathrm{a\\char"20 b}');
  });
});
