import { describe, expect, test } from 'vitest';
import { compile, record, type Graph } from '../../src/engine';
import { quoteOf, readingOf } from '../../src/scene/reading';
import { quotedText, withQuotes } from '../../src/scene/texQuotes';

const LINEAR: Graph = {
  nodes: [
    { id: 'X', role: 'data', value: [[1, 2], [3, 4]] },
    { id: 'W', role: 'parameter', value: [[5, 6], [7, 8]] },
    { id: 'b', role: 'parameter', value: [-1, -1] },
    { id: 'l', op: 'linear', inputs: ['X', 'W', 'b'] },
  ],
  output: 'l',
};

const recording = record(compile(LINEAR), { learningRate: 0.5 });

describe('readingOf', () => {
  test('reads a node, a cell and an entry', () => {
    expect(readingOf('W')).toEqual({ node: 'W', index: undefined });
    expect(readingOf(' W[0, 1] ')).toEqual({ node: 'W', index: [0, 1] });
    expect(readingOf('b[1]')).toEqual({ node: 'b', index: [1] });
  });

  test('refuses what is neither, and quotes it', () => {
    expect(() => readingOf('W[a]')).toThrow('"W[a]" names neither a node nor a cell of one');
  });
});

describe('quoteOf', () => {
  test('finds the product of the lesson, cell by cell', () => {
    expect([...quoteOf(recording, 'value', 'l').data]).toEqual([18, 21, 42, 49]);
    expect(quoteOf(recording, 'value', 'l[1,0]')).toEqual({ shape: [], data: Float64Array.of(42) });
  });

  test('finds gradients: with ones from above, those of b count the rows and those of W add up the columns of X', () => {
    expect([...quoteOf(recording, 'gradient', 'b').data]).toEqual([2, 2]);
    expect([...quoteOf(recording, 'gradient', 'W').data]).toEqual([4, 4, 6, 6]);
  });

  test('finds a parameter after its update', () => {
    expect([...quoteOf(recording, 'after', 'b').data]).toEqual([-2, -2]);
  });

  test('says which cell or update there is not', () => {
    expect(() => quoteOf(recording, 'value', 'X[0,2]')).toThrow('"X[0,2]": there is no such cell');
    expect(() => quoteOf(recording, 'value', 'X[1]')).toThrow('"X[1]": there is no such cell');
    expect(() => quoteOf(recording, 'after', 'X')).toThrow('"X" is not updated in this iteration');
    expect(() => quoteOf(recording, 'value', 'Y')).toThrow('"Y" is not a node of the graph');
  });
});

describe('withQuotes', () => {
  test.each([
    ['l = \\val{l}', 'l = \\begin{bmatrix} 18 & 21 \\\\ 42 & 49 \\end{bmatrix}'],
    ['\\tr{X}', '\\begin{bmatrix} 1 & 3 \\\\ 2 & 4 \\end{bmatrix}'],
    ['\\val{X[0,0]} \\cdot \\val{W[0,0]} + \\val{b[0]}', '1 \\cdot 5 + (-1)'],
    ['b = \\val{b[0]}', 'b = -1'],
    ['\\val{b[0]} - \\lr \\cdot \\grad{b[0]} = \\after{b[0]}', '-1 - 0.5 \\cdot 2 = -2'],
    ['\\shape{X}', '2 \\times 2'],
    ['\\left(\\lrcorner\\right)', '\\left(\\lrcorner\\right)'],
  ])('fills %j in', (tex, filled) => {
    expect(withQuotes(tex, recording)).toBe(filled);
  });

  test('transposes what is not square', () => {
    const wide: Graph = { nodes: [{ id: 'A', role: 'data', value: [[1, 2, 3], [4, 5, 6]] }, { id: 's', op: 'sum', inputs: ['A'] }], output: 's' };
    expect(withQuotes('\\tr{A}', record(compile(wide)))).toBe('\\begin{bmatrix} 1 & 4 \\\\ 2 & 5 \\\\ 3 & 6 \\end{bmatrix}');
  });

  test('says that there is no learning rate where nothing is updated', () => {
    expect(() => withQuotes('\\lr', record(compile(LINEAR)))).toThrow('\\lr: nothing is updated in this iteration');
  });
});

describe('quotedText', () => {
  test.each([
    ['l[0,1]', '21'],
    ['b', '[−1, −1]'],
    ['X', '[[1, 2], [3, 4]]'],
  ])('writes %s as %s', (of, text) => {
    expect(quotedText(recording, 'value', of)).toBe(text);
  });

  test('multiplies, and rounds to the digits that are asked for', () => {
    expect(quotedText(recording, 'value', 'l[0,1]', { times: 1 / 9, digits: 3 })).toBe('2.33');
  });
});
