import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryText } from './arbitraryText';
import { written } from './understood';

describe('treeTex', () => {
  test.each([
    ['1 / (1 + exp(-(w0*x0 + w1)))', '\\frac{1}{1 + e^{-\\left(w_{0} \\cdot x_{0} + w_{1}\\right)}}'],
    ['q = x + y\nq*z', '\\left(x + y\\right) \\cdot z'],
    ['sigmoid(rate) * pi', '\\frac{1}{1 + e^{-\\mathrm{rate}}} \\cdot \\pi'],
    ['x', 'x'],
    ['2.5', '2.5'],
    ['-1e-7 x', '-10^{-7} \\cdot x'],
    ['2.5e30*x', '2.5 \\cdot 10^{30} \\cdot x'],
    ['a - (b - c) - -2', 'a - \\left(b - c\\right) - \\left(-2\\right)'],
    ['a - (b + c) + (a + b)', 'a - \\left(b + c\\right) + a + b'],
    ['-(a + b) * -c', '-\\left(a + b\\right) \\cdot \\left(-c\\right)'],
    ['(-a)^2 + (a^b)^c + a^b^c', '\\left(-a\\right)^{2} + \\left(a^{b}\\right)^{c} + a^{b^{c}}'],
    ['(a/b)^2 * a/b', '\\frac{\\left(\\frac{a}{b}\\right)^{2} \\cdot a}{b}'],
    ['exp(x)^2 + sin(x)^2 + (2e9)^x', '\\left(e^{x}\\right)^{2} + \\sin\\left(x\\right)^{2} + 2000000000^{x}'],
    ['max(abs(x), sqrt(y), relu(1))', '\\max\\left(\\max\\left(\\left|x\\right|, \\sqrt{y}\\right), \\operatorname{relu}\\left(1\\right)\\right)'],
  ])('writes %j', (text, tex) => {
    expect(written(text)).toBe(tex);
  });

  test('has no typewriter letters and balanced braces, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryText('any', 6), (text) => {
        const tex = written(text);
        expect(tex).not.toMatch(/\\math(tt|bf)|undefined|NaN/);
        expect(tex.split('{').length).toBe(tex.split('}').length);
        expect(tex.split('\\left').length).toBe(tex.split('\\right').length);
      }),
      { numRuns: 200 },
    );
  });
});
