import * as fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { nameTex, splitName } from '../../src/expression/nameTex';

describe('nameTex', () => {
  test.each([
    ['x', 'x'],
    ['w0', 'w_{0}'],
    ['W12', 'W_{12}'],
    ['x_1', '\\mathrm{x\\char"5F 1}'],
    ['rate_10', '\\mathrm{rate\\char"5F 10}'],
    ['a_b1', '\\mathrm{a\\char"5F b}_{1}'],
    ['rate', '\\mathrm{rate}'],
    ['alpha1', '\\mathrm{alpha}_{1}'],
    ['θ2', 'θ_{2}'],
    ['𝐱1', '𝐱_{1}'],
    ['a_b', '\\mathrm{a\\char"5F b}'],
    ['_1', '\\mathrm{\\char"5F 1}'],
    ['$', '\\char"24 '],
  ])('sets %s as %s', (name, tex) => {
    expect(nameTex(name)).toBe(tex);
  });

  test.each(['__proto__', 'x_', 'x_1', '_1', 'a{b}', '\\x', '#%&~^', 'é', 'constructor'])('makes of %s what KaTeX can set', (name) => {
    expect(() => katex.renderToString(nameTex(name), { throwOnError: true, strict: 'ignore' })).not.toThrow();
  });
});

describe('splitName', () => {
  test('takes digits off the end, but never all of a name, nor digits behind an underscore', () => {
    expect(['w0', 'x12', 'x_12', '_1', 'a_b1', '𝐱1', 'x1y', '7'].map(splitName)).toEqual([
      { base: 'w', subscript: '0' },
      { base: 'x', subscript: '12' },
      { base: 'x_12', subscript: '' },
      { base: '_1', subscript: '' },
      { base: 'a_b', subscript: '1' },
      { base: '𝐱', subscript: '1' },
      { base: 'x1y', subscript: '' },
      { base: '7', subscript: '' },
    ]);
  });

  test('makes different looks of different names', () => {
    const name = fc.stringMatching(/^[a-c_][a-c_0-9]{0,5}$/);
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(a !== b);
        expect(splitName(a)).not.toEqual(splitName(b));
        expect(nameTex(a)).not.toBe(nameTex(b));
      }),
      { numRuns: 2000 },
    );
    // Rare among random ones.
    for (const [a, b] of [['x1', 'x_1'], ['x_1', 'x__1'], ['_1', '__1']] as const) {
      expect(splitName(a)).not.toEqual(splitName(b));
      expect(nameTex(a)).not.toBe(nameTex(b));
    }
  });
});
