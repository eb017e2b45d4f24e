import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../../src/engine';
import { printedLines, printTensor } from '../../../src/study/trace/printTensor';

function counted(...shape: number[]): Tensor {
  return { shape, data: Float64Array.from({ length: shape.reduce((cells, length) => cells * length, 1) }, (_, cell) => cell) };
}

function printed(value: Tensor): readonly string[] {
  return printTensor(value, String);
}

describe('printTensor', () => {
  test('writes brackets around every axis and points below points', () => {
    expect(printed({ shape: [], data: Float64Array.of(3.5) })).toEqual(['3.5']);
    expect(printed({ shape: [3], data: Float64Array.of(1, -20, 0.5) })).toEqual(['[  1    -20      0.5]']);
    expect(printed({ shape: [2, 2], data: Float64Array.of(1, 12.25, -3.5, 4) })).toEqual(['[[ 1     12.25]', ' [-3.5    4   ]]']);
    expect(printed(counted(2, 1))).toEqual(['[[0]', ' [1]]']);
  });

  test('opens and closes the outer axes of a tensor of three', () => {
    expect(printed(counted(2, 2, 2))).toEqual(['[[[0  1]', '  [2  3]]', ' [[4  5]', '  [6  7]]]']);
  });

  test('cuts the long axes of a large tensor to three at either end', () => {
    const lines = printed(counted(506, 13));
    expect(lines).toHaveLength(7);
    expect(lines[0]?.replace(/ +/g, ' ')).toBe('[[ 0 1 2 … 10 11 12]');
    expect(lines[3]).toBe(' …');
    expect(lines[6]?.trim().replace(/ +/g, ' ')).toBe('[6565 6566 6567 … 6575 6576 6577]]');
    // Short axes stay whole, and so does a small tensor.
    expect(printed(counted(200, 2))[6]?.trim()).toBe('[398  399]]');
    expect(printed(counted(11, 13))).toHaveLength(11);
    expect(printed(counted(11, 13)).join('')).not.toContain('…');
    expect(printed(counted(200))).toEqual(['[  0    1    2  …  197  198  199]']);
  });

  test('writes nothing but brackets where there is no cell', () => {
    expect(printed(counted(0, 3))).toEqual(['[]']);
  });
});

describe('printedLines', () => {
  test('counts the lines without writing them', () => {
    for (const shape of [[], [1], [7], [200], [2, 3], [11, 13], [506, 13], [200, 2], [13, 64], [2, 3, 4], [9, 9, 9], [2, 100, 3], [100, 2, 3], [0], [0, 3], [3, 0]]) {
      expect(printedLines(shape), shape.join(' × ')).toBe(printed(counted(...shape)).length);
    }
  });
});
