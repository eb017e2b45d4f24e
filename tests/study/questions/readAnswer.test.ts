import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNodeAnswer, readNumberAnswer, readShapeAnswer } from '../../../src/study/questions/readAnswer';

describe('readNumberAnswer', () => {
  it.each([
    ['-4', -4],
    ['−4', -4],
    ['  3.50 ', 3.5],
    ['+2', 2],
    ['.5', 0.5],
    ['1e-4', 1e-4],
    ['1e−4', 1e-4],
    ['1/3', 1 / 3],
    ['2*3-1', 5],
    ['2 × (−4) − 1', -9],
    ['2 x 3', 6],
    ['6 ÷ 4', 1.5],
    ['2 - 3 - 4', -5],
    ['8 / 4 / 2', 1],
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['3²', 9],
    ['0,5', 0.5],
    ['0.73 * (1 - 0.73)', 0.1971],
    ['1/(1 + e^-0.5)', 1 / (1 + Math.exp(-0.5))],
    ['σ(0.5)', 1 / (1 + Math.exp(-0.5))],
    ['exp(1)', Math.E],
    ['max(2, 3, 1)', 3],
    ['√(16)', 4],
  ])('reads %s', (typed, value) => {
    expect(readNumberAnswer(typed)).toBeCloseTo(value, 12);
  });

  it('reads every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumberAnswer(String(value))).toBe(value === 0 ? (Object.is(value, -0) ? 0 : value) : value);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const read = readNumberAnswer(typed);
      expect(typeof read === 'number' ? Number.isFinite(read) : read.problem.endsWith('.')).toBe(true);
    }));
    expect(readNumberAnswer('('.repeat(300))).toHaveProperty('problem');
    expect(readNumberAnswer('-'.repeat(300) + '1')).toHaveProperty('problem');
  }, 30_000);

  it.each([
    ['', 'Nothing was typed. Type a number, such as −0.25 or 1/3.'],
    ['about 3', '“about 3” is not a number. Type one, such as −0.25 or 1/3.'],
    ['(2, 3)', '“(2, 3)” is not a number. Type one, such as −0.25 or 1/3.'],
    ['2 3', '“2 3” is not a number. Type one, such as −0.25 or 1/3.'],
    ['1/0', '“1/0” has no finite value, so it cannot be the answer.'],
    ['1,234', '“1,234” can be read in two ways; write it with a point for the decimals, or without a comma.'],
    ['a very long answer in words', '“a very long answer in wo…” is not a number. Type one, such as −0.25 or 1/3.'],
    ['1+'.repeat(300) + '1', 'That is longer than 400 characters. Type a number, such as −0.25 or 1/3.'],
  ])('says why %j is none', (typed, problem) => {
    expect(readNumberAnswer(typed)).toEqual({ problem });
  });
});

describe('readShapeAnswer', () => {
  it.each([
    ['2 x 3', [2, 3]],
    ['2×3', [2, 3]],
    ['2X3', [2, 3]],
    ['(2, 3)', [2, 3]],
    ['[2,3]', [2, 3]],
    ['2 by 3', [2, 3]],
    ['2, 3', [2, 3]],
    ['(5,)', [5]],
    ['5', [5]],
    ['scalar', []],
    ['Scalar', []],
    ['()', []],
    ['[ ]', []],
  ])('reads %s', (typed, shape) => {
    expect(readShapeAnswer(typed)).toEqual(shape);
  });

  it.each([
    ['', 'Nothing was typed. Type a shape, such as 2 × 3, or scalar.'],
    ['two', '“two” is not a shape. Type one, such as 2 × 3, or scalar.'],
    ['2 x -3', '“2 x -3” is not a shape. Type one, such as 2 × 3, or scalar.'],
    ['2.5', '“2.5” is not a shape. Type one, such as 2 × 3, or scalar.'],
  ])('says why %j is none', (typed, problem) => {
    expect(readShapeAnswer(typed)).toEqual({ problem });
  });
});

describe('readNodeAnswer', () => {
  const ids = ['W1', 'w2', 'l1', 'x', 'X', '-2'];

  it.each([
    ['W1', 'W1'],
    ['W₁', 'W1'],
    ['W_1', 'W1'],
    [' l1 ', 'l1'],
    ['L1', 'l1'],
    ['W2', 'w2'],
    ['x', 'x'],
    ['X', 'X'],
    ['−2', '-2'],
  ])('finds %s', (typed, id) => {
    expect(readNodeAnswer(typed, ids)).toBe(id);
  });

  it.each([
    ['', 'Nothing was typed. Type the name of a node, as it stands in the graph.'],
    ['foo', 'No node of this graph is called “foo”. Type a name as it stands in the graph.'],
  ])('says why %j is none', (typed, problem) => {
    expect(readNodeAnswer(typed, ids)).toEqual({ problem });
  });

  it('leaves open which of two is meant by letters that are neither', () => {
    expect(readNodeAnswer('ab', ['aB', 'Ab'])).toHaveProperty('problem');
  });
});
