import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, type NumberRule } from '../../../src/ui/controls/numberRule';

const RATE: NumberRule = { min: 0, max: 10, whole: false, above: true, logFrom: 1e-5 };
const BATCH: NumberRule = { min: 1, max: 506, whole: true };
const EPOCHS: NumberRule = { min: 1, max: 10_000, whole: true, logFrom: 1 };

describe('readNumber', () => {
  test.each([
    ['0.01', 0.01],
    ['  0.5 ', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+2', 2],
    ['1e-3', 0.001],
    ['1E−3', 0.001],
    ['0,05', 0.05],
    ['+0,05', 0.05],
    ['1,5e-2', 0.015],
    ['1,000', 1],
    ['10', 10],
    ['5e-324', 5e-324],
  ])('takes “%s” for a learning rate of %d', (typed, value) => {
    expect(readNumber(typed, 'Learning rate', RATE)).toBe(value);
  });

  test.each([
    ['1', 1],
    ['007', 7],
    ['11.0', 11],
    ['1e2', 100],
    ['10000', 10_000],
    ['1,000', 1_000],
    ['10,000', 10_000],
  ])('takes “%s” for %i epochs', (typed, value) => {
    expect(readNumber(typed, 'Epochs', EPOCHS)).toBe(value);
  });

  test.each([
    ['', 'Learning rate must be a number above 0 and at most 10; nothing was typed.'],
    ['   ', 'Learning rate must be a number above 0 and at most 10; nothing was typed.'],
    ['fast', 'Learning rate must be a number above 0 and at most 10; “fast” is not a number.'],
    ['NaN', 'Learning rate must be a number above 0 and at most 10; “NaN” is not a number.'],
    ['Infinity', 'Learning rate must be a number above 0 and at most 10; “Infinity” is not a number.'],
    ['0x10', 'Learning rate must be a number above 0 and at most 10; “0x10” is not a number.'],
    ['1.2.3', 'Learning rate must be a number above 0 and at most 10; “1.2.3” is not a number.'],
    ['1,2,3', 'Learning rate must be a number above 0 and at most 10; “1,2,3” is not a number.'],
    ['−', 'Learning rate must be a number above 0 and at most 10; “−” is not a number.'],
    [
      'a very long story about learning',
      'Learning rate must be a number above 0 and at most 10; “a very long story about …” is not a number.',
    ],
    ['0', 'Learning rate must be a number above 0 and at most 10; 0 is not.'],
    ['-0.1', 'Learning rate must be a number above 0 and at most 10; -0.1 is not.'],
    ['−0.1', 'Learning rate must be a number above 0 and at most 10; −0.1 is not.'],
    ['−1e−3', 'Learning rate must be a number above 0 and at most 10; −1e−3 is not.'],
    ['10.1', 'Learning rate must be a number above 0 and at most 10; 10.1 is not.'],
    ['1e400', 'Learning rate must be a number above 0 and at most 10; 1e400 is not.'],
  ])('says of “%s” why it is no learning rate', (typed, problem) => {
    expect(readNumber(typed, 'Learning rate', RATE)).toEqual({ problem });
  });

  test.each([
    ['', 'Batch size must be a whole number from 1 to 506; nothing was typed.'],
    ['many', 'Batch size must be a whole number from 1 to 506; “many” is not a number.'],
    ['1.5', 'Batch size must be a whole number from 1 to 506; 1.5 is not whole.'],
    ['1,5', 'Batch size must be a whole number from 1 to 506; 1,5 is not whole.'],
    ['0', 'Batch size must be a whole number from 1 to 506; 0 is not.'],
    ['-3', 'Batch size must be a whole number from 1 to 506; -3 is not.'],
    ['507', 'Batch size must be a whole number from 1 to 506; 507 is not.'],
    ['1,000', 'Batch size must be a whole number from 1 to 506; 1,000 is not.'],
    ['1e400', 'Batch size must be a whole number from 1 to 506; 1e400 is not.'],
    ['−1e400', 'Batch size must be a whole number from 1 to 506; −1e400 is not.'],
  ])('says of “%s” why it is no batch size', (typed, problem) => {
    expect(readNumber(typed, 'Batch size', BATCH)).toEqual({ problem });
  });

  test('takes every number in the range as it is written, and no text for one outside', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.double({ min: 0, max: 10 })), (value) => {
        const read = readNumber(String(value), 'Learning rate', RATE);
        if (value > 0 && value <= 10) expect(read).toBe(value);
        else expect(read).toHaveProperty('problem');
      }),
    );
  });

  test('makes of any text a number that the setting takes, or a problem', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+−]?[\d,.]{0,6}(e[-−]?\d{0,3})?$/)), (typed) => {
        const read = readNumber(typed, 'Epochs', EPOCHS);
        if (typeof read !== 'number') expect(read.problem).toMatch(/^Epochs must be a whole number from 1 to 10,000; .+\.$/s);
        else expect(Number.isInteger(read) && read >= 1 && read <= 10_000).toBe(true);
      }),
    );
  });
});
