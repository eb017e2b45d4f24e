import { describe, expect, test } from 'vitest';
import { compile } from '../../src/engine';

describe('at kinks, ties and poles', () => {
  test.each([
    [-3, -0],
    [0, 0],
    [3, 1],
  ])('relu at %d has the slope %d', (x, slope) => {
    expect(gradients('relu', [x])).toEqual([Math.abs(slope)]);
  });

  test('relu passes NaN on instead of calling it 0', () => {
    expect(value('relu', [NaN])).toBeNaN();
    expect(gradients('relu', [NaN])).toEqual([1]);
  });

  test('max of NaN and a number blames both, instead of a gradient of 0 that looks healthy', () => {
    expect(value('max', [NaN, 2])).toBeNaN();
    expect(gradients('max', [NaN, 2])).toEqual([1, 1]);
    expect(gradients('max', [2, NaN])).toEqual([1, 1]);
  });

  test.each([
    [-3, -1],
    [0, 0],
    [3, 1],
  ])('abs at %d has the slope %d', (x, slope) => {
    expect(gradients('abs', [x])).toEqual([slope]);
  });

  test.each([
    [1, 2, 0, 1],
    [2, 1, 1, 0],
    [1.5, 1.5, 0.5, 0.5],
    [Infinity, Infinity, 0.5, 0.5],
    [-0, 0, 0.5, 0.5],
  ])('max of %d and %d gives %d and %d of the gradient', (a, b, left, right) => {
    expect(gradients('max', [a, b])).toEqual([left, right]);
  });

  test('pow has slope 0 in the base where the exponent is 0', () => {
    expect(gradients('pow', [0, 0])[0]).toBe(0);
    expect(gradients('pow', [-2, 0])[0]).toBe(0);
  });

  test('pow has slope 0 in the exponent where the base is 0 and the exponent is not negative', () => {
    expect(gradients('pow', [0, 0])[1]).toBe(0);
    expect(gradients('pow', [0, 2])).toEqual([0, 0]);
    expect(gradients('pow', [0, -1])[1]).toBe(-Infinity);
  });

  test('pow of a negative base has a slope in the base and NaN in the exponent', () => {
    expect(gradients('pow', [-2, 3])).toEqual([12, NaN]);
  });

  test('pow has slope exponent · base^(exponent − 1) down to exponent −2', () => {
    expect(gradients('pow', [2, -2])[0]).toBe(-0.25);
  });

  test('sqrt has slope ∞ at 0 and is NaN below', () => {
    expect(value('sqrt', [0])).toBe(0);
    expect(gradients('sqrt', [0])).toEqual([Infinity]);
    expect(value('sqrt', [-1])).toBeNaN();
  });

  test('log is −∞ at 0 and NaN below', () => {
    expect(value('log', [0])).toBe(-Infinity);
    expect(value('log', [-1])).toBeNaN();
  });

  test('div by 0 is ±∞, and 0 by 0 is NaN', () => {
    expect(value('div', [1, 0])).toBe(Infinity);
    expect(value('div', [-1, 0])).toBe(-Infinity);
    expect(value('div', [0, 0])).toBeNaN();
  });

  test('div has the slopes 1/b and −a/b²', () => {
    expect(gradients('div', [6, 2])).toEqual([0.5, -1.5]);
  });

  test('mul keeps the slope of a factor whose partner is 0', () => {
    expect(gradients('mul', [0, 5, 2])).toEqual([10, 0, 0]);
    expect(gradients('mul', [0, 0, 2])).toEqual([0, 0, 0]);
  });

  test('mean of 49 ones is exactly 1', () => {
    const program = compile({
      nodes: [{ id: 'x', role: 'parameter', value: new Array<number>(49).fill(1) }, { id: 'f', op: 'mean', inputs: ['x'] }],
      output: 'f',
    });
    program.forward();
    expect(program.value('f').data[0]).toBe(1);
  });
});

function run(op: string, inputs: readonly number[]): ReturnType<typeof compile> {
  const ids = inputs.map((_, port) => `x${port}`);
  const program = compile({
    nodes: [...inputs.map((x, port) => ({ id: `x${port}`, role: 'parameter' as const, value: x })), { id: 'f', op, inputs: ids }],
    output: 'f',
  });
  program.forward();
  program.backward();
  return program;
}

function value(op: string, inputs: readonly number[]): number | undefined {
  return run(op, inputs).value('f').data[0];
}

function gradients(op: string, inputs: readonly number[]): (number | undefined)[] {
  const program = run(op, inputs);
  return inputs.map((_, port) => program.gradient(`x${port}`).data[0]);
}
