import { describe, expect, it } from 'vitest';
import type { Working } from '../../../src/engine';
import { behindOperator } from '../../../src/scene/format';
import { signOf, spell, spelledText } from '../../../src/scene/recording/spelling';

const number = (value: number): Working[number] => ({ port: 0, cell: 0, value });

function written(term: Working, first = true): string {
  const { sign, pieces } = spell(term, first ? '' : '+');
  const texts = pieces.map(({ before, operand, unsigned, bound, after }) => {
    const value = operand === undefined ? '' : String(unsigned ? -operand.value : operand.value).replace('-', '−');
    return before + (bound ? behindOperator(value) : value) + after;
  });
  return [sign, ...texts].filter((text) => text !== '').join(' ');
}

describe('spell', () => {
  it('puts a negative summand’s sign where its plus would stand', () => {
    expect(written([number(-0.142), ' × ', number(0.3571)], false)).toBe('− 0.142 × 0.3571');
    expect(written([number(0.142), ' × ', number(-0.3571)], false)).toBe('+ 0.142 × (−0.3571)');
    expect(written([number(-2)])).toBe('− 2');
  });

  it('adds a negative number by taking it away', () => {
    expect(written([number(5), ' + ', number(-2), ' + ', number(3)])).toBe('5 − 2 + 3');
  });

  it('takes a negative number away in brackets', () => {
    expect(written(['(', number(26.4), ' − ', number(-5.878e153), ')²'], false)).toBe('+ (26.4 − (−5.878e+153))²');
  });

  it('raises a negative number in brackets', () => {
    expect(written([number(-2), ' ^ ', number(-3)])).toBe('(−2) ^ (−3)');
    expect(written(['(', number(-2), ')²'])).toBe('(−2)²');
    expect(written([number(-2), '²', ' + ', number(-3), '²'])).toBe('(−2)² + (−3)²');
  });

  it('leaves words and brackets where they are', () => {
    expect(written(['[(', number(1), ' − ', number(2), ')²', '] ÷ 11'])).toBe('[(1 − 2)²] ÷ 11');
    expect(written(['relu(', number(-1), ')'])).toBe('relu(−1)');
    expect(written(['max(', number(-1), ', ', number(2), ')'])).toBe('max(−1, 2)');
  });

  it.each(['×', '÷', '−', '^'])('puts a negative number behind %s in brackets, and no other', (operator) => {
    expect(written([number(3), ` ${operator} `, number(-4)])).toBe(`3 ${operator} (−4)`);
    expect(written([number(3), ` ${operator} `, number(4)])).toBe(`3 ${operator} 4`);
    expect(written([number(3), ` ${operator} `, number(-Infinity)])).toBe(`3 ${operator} (−Infinity)`);
  });

  it('never takes the sign off what is not below zero', () => {
    expect(written([number(-0), ' + ', number(NaN)])).toBe('0 + NaN');
  });
});

describe('spelledText', () => {
  it('is the whole calculation on one line', () => {
    const plain = (value: number): string => String(value).replace('-', '−');
    expect(spelledText([number(-2), ' ^ ', number(-3)], plain)).toBe('(−2) ^ (−3)');
    expect(spelledText([number(-2), ' + ', number(-3)], plain)).toBe('−2 − 3');
    expect(spelledText([number(-2), ' × ', number(-3)], plain)).toBe('−2 × (−3)');
    // What is written without a minus needs no brackets: a number that nobody knows.
    expect(spelledText([number(3), ' × ', number(-Infinity)], () => '?')).toBe('? × ?');
    expect(spelledText(['e^', number(-1)], plain)).toBe('e^(−1)');
    expect(spelledText(['1 − ', number(-0.5), '²'], plain)).toBe('1 − (−0.5)²');
    expect(spelledText(['1', ' since ', number(-2), ' > ', number(-3)], plain)).toBe('1 since −2 > −3');
  });
});

describe('signOf', () => {
  it('tells the sign column from the magnitude', () => {
    expect(signOf(-2, true)).toEqual({ sign: '−', magnitude: 2 });
    expect(signOf(2, true)).toEqual({ sign: '', magnitude: 2 });
    expect(signOf(2, false)).toEqual({ sign: '+', magnitude: 2 });
  });
});
