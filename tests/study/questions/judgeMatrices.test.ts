import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/study/questions/judge';
import { SLIP_GUESSES, SLIP_NAMES } from '../../../src/study/questions/slipKinds';
import { scalars } from '../../engine/scalarGraphs';
import { ask, numberOf, SQUARE_LAYER, SUM_TIMES_Z, timeOf } from './graphsOfQuestions';

describe('judge, of matrices', () => {
  const timeline = timeOf(SQUARE_LAYER);
  // X W + b = [[4.6, −0.3], [11.6, −1.55]]; minus y: D = [[3.6, −0.3], [11.6, −2.55]]; ∂C/∂l = 2/4 D = [[1.8, −0.15], [5.8, −1.275]].
  // ∂C/∂W = Xᵀ G: row 1, column 2: 1·(−0.15) + 3·(−1.275) = −3.975; row 2, column 1: 2·1.8 + 5·5.8 = 32.6.
  const byW = ask(timeline, { what: 'gradient', node: 'W1', cell: 1 });

  it('asks for a cell by its place', () => {
    expect(byW.prompt).toBe('What is ∂C/∂W₁ in row 1, column 2?');
    expect(byW.tex).toBe('\\left(\\frac{\\partial C}{\\partial W_{1}}\\right)_{1,2}');
    expect(numberOf(byW).value).toBeCloseTo(-3.975, 12);
  });

  it('names the factor 2/m that is missing, or half of it', () => {
    expect(judge(byW, '-7.95')).toEqual({ verdict: 'slip', kind: 'divisor', says: 'The factor 2/4 of C is missing: two over the number of cells.' });
    expect(judge(byW, '-15.9')).toEqual({ verdict: 'slip', kind: 'divisor', says: 'The division by the number of cells is missing: C is a mean over 4, so its slope has a factor 2/4, not 2.' });
    expect(judge(byW, '-1.9875')).toEqual({ verdict: 'slip', kind: 'divisor', says: 'The factor 2 is missing: C adds up squares, so its slope has a factor 2/4, not 1/4.' });
  });

  it('names the transpose that is missing', () => {
    // X G: row 1, column 2: 1·(−0.15) + 2·(−1.275) = −2.7.
    expect(judge(byW, '-2.7')).toEqual({ verdict: 'slip', kind: 'transpose', says: 'That is what comes out if X is not transposed in the product.' });
    expect(judge(byW, '32.6')).toEqual({ verdict: 'slip', kind: 'transpose', says: 'That is the cell in row 2, column 1: rows and columns have been swapped.' });
    // G W instead of G Wᵀ, row 2, column 1: 5.8 · 0.5 − 1.275 · 2 = 0.35.
    expect(judge(ask(timeline, { what: 'flow', edge: 'l1:0', cell: 2 }), '0.35')).toEqual({ verdict: 'slip', kind: 'transpose', says: 'That is what comes out if W₁ is not transposed in the product.' });
  });

  it('names transposes that are missing wherever a matrix is used', () => {
    // X W W: ∂C/∂W = Xᵀ (1 Wᵀ) + (X W)ᵀ 1, with ones arriving; without transposes X (1 W) + (X W) 1.
    const twice = timeOf({
      nodes: [
        { id: 'X', role: 'data', value: [[1, 2], [3, 5]] },
        { id: 'W', role: 'parameter', value: [[0.5, -1], [2, 0.25]] },
        { id: 'a', op: 'matmul', inputs: ['X', 'W'] },
        { id: 'l', op: 'matmul', inputs: ['a', 'W'] },
        { id: 'C', op: 'sum', inputs: ['l'] },
      ],
      output: 'C',
    });
    // Row 1, column 2: 1 Wᵀ = [[−0.5, 2.25], [−0.5, 2.25]], so that its first part is (1 + 3) · 2.25 = 9; (X W)ᵀ 1 brings 4.5 + 11.5 = 16.
    const byW = ask(twice, { what: 'gradient', node: 'W', cell: 1 });
    expect(judge(byW, '25').verdict).toBe('right');
    // X in place of Xᵀ brings (1 + 2) · 2.25 = 6.75, and the first row of X W = [[4.5, −0.5], …] adds up to 4.
    expect(judge(byW, '10.75')).toEqual({ verdict: 'slip', kind: 'transpose', says: 'That is what comes out if X and a are not transposed in the products.' });
  });

  it('has one name for all of that', () => {
    expect(SLIP_NAMES.transpose).toBe('Rows and columns mixed up');
    expect(SLIP_GUESSES.transpose).toBe('rows and columns mixed up');
  });

  it('names a summand that is missing or has the wrong sign', () => {
    expect(judge(byW, '-0.15')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: one summand is missing, 3 × (−1.275).' });
    expect(judge(byW, '3.675')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: the summand 3 × (−1.275) has been taken with the wrong sign.' });
  });

  it('names numbers that were rounded too early', () => {
    const product = ask(timeOf(scalars('a = 0.26', 'b = 3.4', 'f = mul(a, b)')), { what: 'value', node: 'f', cell: 0 });
    expect(judge(product, '0.884').verdict).toBe('right');
    expect(judge(product, '0.9')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: that comes out if the numbers are rounded to one digit before they are put together.' });
    const other = ask(timeOf(scalars('a = 0.266', 'b = 3.27', 'f = mul(a, b)')), { what: 'value', node: 'f', cell: 0 });
    expect(judge(other, '0.27 * 3.3')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: that comes out if the numbers are rounded to two digits before they are put together.' });
  });

  it('names mistakes in values', () => {
    const l1 = ask(timeline, { what: 'value', node: 'l1', cell: 0 });
    expect(l1.prompt).toBe('What is the value of l₁ in row 1, column 1?');
    expect(judge(l1, '4.6').verdict).toBe('right');
    // X Wᵀ + b: 1 · 0.5 + 2 · (−1) + 0.1.
    expect(judge(l1, '-1.4')).toEqual({ verdict: 'slip', kind: 'transpose', says: 'That is what comes out if W₁ is transposed before the product; here it is taken as it is.' });
    expect(judge(l1, '4.5')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: one summand is missing, 0.1.' });
    // 12.96 + 0.09 + 134.56 + 6.5025, and a quarter of it.
    const cost = ask(timeline, { what: 'value', node: 'C', cell: 0 });
    expect(judge(cost, '38.528125').verdict).toBe('right');
    expect(judge(cost, '154.1125')).toEqual({ verdict: 'slip', kind: 'divisor', says: 'That is the sum of the squares. C is their mean: it still has to be divided by their number, 4.' });
  });

  it('names a sum in the place of a product', () => {
    expect(judge(ask(timeOf(SUM_TIMES_Z), { what: 'value', node: 'f', cell: 0 }), '-1')).toEqual({ verdict: 'slip', kind: 'arithmetic', says: 'An arithmetic slip: that is 3 − 4, but these numbers are to be multiplied.' });
  });
});
