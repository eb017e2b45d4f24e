import { describe, expect, it } from 'vitest';
import type { Leaf } from '../../../src/engine/graph';
import { constantText, symbolText } from '../../../src/scene/circuit/symbolText';

const constant = (value: number, id = String(value)): Leaf => ({ id, role: 'constant', shape: [], value });

describe('symbolText', () => {
  it.each([
    ['add', '+'], ['sub', '−'], ['mul', '×'], ['div', '÷'], ['neg', '−'], ['exp', 'exp'], ['log', 'log'], ['sqrt', '√'],
    ['sigmoid', 'σ'], ['tanh', 'tanh'], ['relu', 'relu'], ['max', 'max'], ['pow', 'xʸ'],
  ])('shows %s as %s', (op, text) => {
    expect(symbolText({ op })).toBe(text);
  });

  it.each([
    ['add', 1, 0, '+1'], ['add', 1, 1, '+1'], ['add', -3, 1, '+(−3)'],
    ['sub', 1, 1, '−1'], ['sub', 1, 0, '1−'], ['sub', -2, 1, '−(−2)'],
    ['mul', 2, 0, '×2'], ['mul', 0.5, 1, '×0.5'], ['mul', -2, 1, '×(−2)'],
    ['div', 2, 1, '÷2'], ['div', 1, 0, '1/x'], ['div', 3, 0, '3/x'], ['div', -1, 0, '−1/x'],
    ['pow', 2, 1, 'x²'], ['pow', 10, 1, 'x¹⁰'], ['pow', -1, 1, 'x⁻¹'], ['pow', 0.5, 1, 'x^0.5'], ['pow', 2, 0, '2^x'], ['pow', -2, 0, '(−2)^x'],
    ['max', 0, 0, 'max 0'], ['max', -1, 1, 'max −1'],
  ])('shows %s with %d at port %d as %s', (op, value, port, text) => {
    expect(symbolText({ op }, { leaf: constant(value), port })).toBe(text);
  });

  it('shows π and e by their names', () => {
    expect(symbolText({ op: 'mul' }, { leaf: constant(Math.PI, 'π'), port: 0 })).toBe('×π');
    expect(symbolText({ op: 'pow' }, { leaf: constant(Math.E, 'e'), port: 0 })).toBe('e^x');
    expect(symbolText({ op: 'pow' }, { leaf: constant(Math.PI, 'π'), port: 1 })).toBe('x^π');
  });

  it('rounds a number that is too long for a symbol', () => {
    expect(constantText(constant(3.14159265))).toBe('3.142');
    expect(constantText(constant(123456))).toBe('123456');
  });
});
