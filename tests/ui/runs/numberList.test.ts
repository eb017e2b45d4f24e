import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../src/ui/runs/sweep/numberList';

const RATES = { min: 0, max: 10, whole: false, above: true };
const SIZES = { min: 1, max: 506, whole: true };

describe('readNumbers', () => {
  test('takes commas, semicolons, spaces and lines between numbers, and gives them in order, each once', () => {
    expect(readNumbers(' 0.1,0.01; 1e-3\n0.1 ', 'A learning rate', RATES)).toEqual([0.001, 0.01, 0.1]);
  });

  test('finds any numbers again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 506 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        expect(readNumbers(sizes.join(', '), 'A batch size', SIZES)).toEqual(sizes.toSorted((a, b) => a - b));
      }),
    );
  });

  test.each([
    ['0.01, x', 'A learning rate must be a number above 0 and at most 10; “x” is not a number.'],
    ['0.01, 0', 'A learning rate must be a number above 0 and at most 10; 0 is not.'],
    ['  ', 'A learning rate is missing; type one or more, with commas between them.'],
  ])('says of %j what is wrong with it', (typed, problem) => {
    expect(readNumbers(typed, 'A learning rate', RATES)).toEqual({ problem });
  });

  test('says of a batch that is not whole that it is not', () => {
    expect(readNumbers('1, 2.5', 'A batch size', SIZES)).toEqual({ problem: 'A batch size must be a whole number from 1 to 506; 2.5 is not whole.' });
  });
});
