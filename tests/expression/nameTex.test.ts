import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { nameTex, splitName } from '../../src/expression/nameTex';

describe('nameTex', () => {
  test.each([
    ['x', 'x'],
    ['w0', 'w_{0}'],
    ['W_12', 'W_{12}'],
    ['rate', '\\mathrm{rate}'],
    ['alpha1', '\\mathrm{alpha}_{1}'],
    ['θ2', 'θ_{2}'],
    ['𝐱1', '𝐱_{1}'],
    ['a_b', '\\mathrm{a\\char"5F b}'],
    ['_1', '\\char"5F _{1}'],
    ['$', '\\char"24 '],
  ])('sets %s as %s', (name, tex) => {
    expect(nameTex(name)).toBe(tex);
  });

  test.each(['__proto__', 'x_', 'a{b}', '\\x', '#%&~^', 'é', 'constructor'])('makes of %s what KaTeX can set', (name) => {
    expect(() => katex.renderToString(nameTex(name), { throwOnError: true, strict: 'ignore' })).not.toThrow();
  });
});

describe('splitName', () => {
  test('takes digits off the end, with an underscore before them, but never all of a name', () => {
    expect(['w0', 'x_12', 'x1y', '7'].map(splitName)).toEqual([
      { base: 'w', subscript: '0' },
      { base: 'x', subscript: '12' },
      { base: 'x1y', subscript: '' },
      { base: '7', subscript: '' },
    ]);
  });
});
