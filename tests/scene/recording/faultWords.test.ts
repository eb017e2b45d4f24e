import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../src/engine';
import { faultSentence } from '../../../src/scene/recording/faultWords';
import { recorded, scalars } from '../../engine/scalarGraphs';

function sentence(...lines: string[]): string {
  const graph = scalars(...lines);
  const fault = faultOf(recorded(graph));
  return fault === undefined ? '' : faultSentence(fault, graph.output);
}

describe('faultSentence', () => {
  it.each([
    [['x = -2', 'v1 = neg(x)', 'v2 = log(x)', 'f = mul(v1, v2)'], 'Logarithm v₂ = log(−2): the logarithm exists only above 0.'],
    [['x = 0', 'f = log(x)'], 'Logarithm f = log(0): the logarithm exists only above 0; towards 0 it falls to −∞.'],
    [['x = -0.33333333', 'f = sqrt(x)'], 'Square root f = sqrt(−0.3333): the square root of a negative number is not real.'],
    [['x = 0', 'v1 = div(1, x)', 'f = div(1, v1)'], 'Divide v₁ = 1 ÷ 0: a division by 0 has no value.'],
    [['x = 0', 'f = pow(x, -2)'], 'Power f = 0 ^ (−2): a negative power of 0 is a division by 0.'],
    [['x = -8', 'f = pow(x, 0.5)'], 'Power f = (−8) ^ 0.5: a negative number has real powers at whole exponents only.'],
    [['x = 800', 'f = exp(x)'], 'Exp f: exp(800) is larger than the largest double, about 1.8e308.'],
    [['x = 1e200', 'v1 = neg(x)', 'f = mul(x, v1)'], 'Multiply f: 1e200 × (−1e200) is lower than the lowest double, about −1.8e308.'],
    [['x = 1e200', 'f = mul(x, x, 0)'], 'Multiply f: on the way to 1e200 × 1e200 × 0 a number passes the largest double, about 1.8e308.'],
  ])('says where a value is lost, and why: %j', (lines, words) => {
    expect(sentence(...lines)).toBe(words);
  });

  it.each([
    [['x = 0', 'v1 = sqrt(x)', 'f = mul(v1, 2)'], 'Square root v₁ = sqrt(0): its slope ∂v₁/∂x is infinite there.'],
    [['x = 0', 'f = pow(x, 0.5)'], 'Power f = 0 ^ 0.5: its slope ∂f/∂x is infinite there.'],
    [['b = 3', 'f = pow(-2, b)'], 'Power f = (−2) ^ 3: its slope ∂f/∂b has no real value there.'],
    [['x = 1e-310', 'f = log(x)'], 'Logarithm f = log(1e−310): its slope ∂f/∂x is beyond the largest double, about 1.8e308.'],
    [['x = 1e-300', 'y = 1e200', 'v1 = mul(x, y)', 'f = mul(v1, 1e150)'], 'Multiply v₁: ∂v₁/∂x × ∂f/∂v₁ = 1e200 × 1e150 is beyond the largest double, about 1.8e308.'],
    [['x = 1e-300', 'v1 = mul(x, 1e308)', 'v2 = mul(x, 1.2e308)', 'f = add(v1, v2)'], 'The gradients that arrive in x add up to more than the largest double, about 1.8e308.'],
  ])('says where a gradient is lost, and why: %j', (lines, words) => {
    expect(sentence(...lines)).toBe(words);
  });

  it('gives all digits where four of them would make a whole number of one that is not', () => {
    expect(sentence('x = -8', 'y = 0.999999', 'f = pow(x, y)')).toContain('(−8) ^ 0.999999: ');
  });
});
