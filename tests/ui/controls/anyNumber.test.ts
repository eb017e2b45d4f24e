import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY_NUMBER, readNumber, type NumberRule } from '../../../src/ui/controls/numberRule';

describe('readNumber without limits', () => {
  test('takes every finite number as it is written, with either minus sign', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = Object.is(value, -0) ? '-0' : String(value);
        expect(readNumber(text, 'x', ANY_NUMBER)).toBe(value);
        expect(readNumber(text.replaceAll('-', '−'), 'x', ANY_NUMBER)).toBe(value);
      }),
    );
  });

  test.each([
    ['', 'x must be a number; nothing was typed.'],
    ['wild', 'x must be a number; “wild” is not a number.'],
    ['Infinity', 'x must be a number; “Infinity” is not a number.'],
    ['1e999', 'x must be a number; 1e999 is beyond the largest double, about 1.8e308.'],
    ['−1e999', 'x must be a number; −1e999 is beyond the largest double, about 1.8e308.'],
  ])('says of “%s” why it is no number to compute with', (typed, problem) => {
    expect(readNumber(typed, 'x', ANY_NUMBER)).toEqual({ problem });
  });
});

describe('readNumber with one limit', () => {
  const cases: [NumberRule, string, string][] = [
    [{ ...ANY_NUMBER, max: 5, below: true }, '5', 'Least must be a number below 5; 5 is not.'],
    [{ ...ANY_NUMBER, max: 5 }, '5.1', 'Least must be a number at most 5; 5.1 is not.'],
    [{ ...ANY_NUMBER, min: -5, above: true }, '-5', 'Least must be a number above -5; -5 is not.'],
    [{ ...ANY_NUMBER, min: -5 }, '-6', 'Least must be a number at least -5; -6 is not.'],
    [{ ...ANY_NUMBER, min: 0, max: 1, below: true }, '1', 'Least must be a number at least 0 and below 1; 1 is not.'],
    [{ ...ANY_NUMBER, max: 5, below: true }, '-1e999', 'Least must be a number below 5; -1e999 is beyond the largest double, about 1.8e308.'],
  ];

  test.each(cases)('refuses what lies beyond it: %o', (rule, typed, problem) => {
    expect(readNumber(typed, 'Least', rule)).toEqual({ problem });
  });

  test('takes the limit itself unless the rule leaves it out', () => {
    expect(readNumber('5', 'x', { ...ANY_NUMBER, max: 5 })).toBe(5);
    expect(readNumber('-5', 'x', { ...ANY_NUMBER, min: -5 })).toBe(-5);
    expect(readNumber('4.999', 'x', { ...ANY_NUMBER, max: 5, below: true })).toBe(4.999);
  });
});
