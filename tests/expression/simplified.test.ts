import { describe, expect, test, vi } from 'vitest';
import { math } from '../../src/expression/mathjs';
import { simplifiedDerivative } from '../../src/expression/simplified';

describe('simplifiedDerivative', () => {
  test.each([
    ['(x + y)*z', 'x', 'z'],
    ['x^4 - 3x^3 + 2', 'x', '4 \\cdot x^{3} - 9 \\cdot x^{2}'],
    ['w0*x0 + w1', 'w0', 'x_{0}'],
    ['sigmoid(rate)', 'rate', '\\frac{e^{-\\mathrm{rate}}}{\\left(e^{-\\mathrm{rate}} + 1\\right)^{2}}'],
    ['e^x', 'x', 'e^{x}'],
    ['log2(x)', 'x', '\\frac{\\frac{1}{x}}{\\ln\\left(2\\right)}'],
    ['x*relu(y)', 'x', '\\operatorname{relu}\\left(y\\right)'],
  ])('of %j by %s is short', (text, input, tex) => {
    expect(simplifiedDerivative(text, input)).toEqual({ tex });
  });

  test('says why there is none', () => {
    expect(simplifiedDerivative('x +', 'x')).toEqual({ reason: 'There is nothing to the right of +.' });
    expect(simplifiedDerivative('relu(x)', 'x')).toEqual({ reason: 'There is no symbolic rule for relu here, because its slope depends on whether its argument is above 0.' });
    expect(simplifiedDerivative('x', 'y')).toEqual({ reason: '"y" is no input of the expression.' });
  });

  test('shows no raw error', () => {
    const simplify = vi.spyOn(math, 'simplify').mockImplementation(() => {
      throw new Error('Unexpected type of argument in function simplify (index: 1)');
    });
    expect(simplifiedDerivative('x^2', 'x')).toEqual({ reason: 'The derivative could not be simplified.' });
    simplify.mockRestore();
  });
});
