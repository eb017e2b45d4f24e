import { describe, expect, test } from 'vitest';
import { compile, record, type Graph } from '../../../src/engine';
import { errorCurve } from '../../../src/study/nudge/errorCurve';
import { Nudger } from '../../../src/study/nudge/nudger';
import { digitsRight, endWords, findingOf } from '../../../src/study/nudge/words';
import { recorded, scalars } from '../../engine/scalarGraphs';

function findingAt(graph: Graph, node: string, epsilon: number, cell = 0) {
  const nudger = new Nudger(record(compile(graph)));
  return findingOf(nudger.nudge(node, cell, epsilon), graph, errorCurve(nudger, node, cell, Math.sign(epsilon)));
}

const cube = scalars('x := 2', 'f = pow(x, 3)');

describe('findingOf', () => {
  test('counts how many spacings of doubles the change is', () => {
    // 1.1994e−12 is 675 times 2 ** −49, the spacing at 8.
    expect(findingAt(cube, 'x', 1e-13)).toEqual({
      trouble: 'rounding',
      text: 'At ε = 1e−13 the change of f, 1.2e−12, is only 675 times the spacing of doubles near f, 1.78e−15, so that about 2 digits of it are left.',
    });
  });

  test('calls no number of spacings small that is large', () => {
    // Between 64 and 128 doubles are 2 ** −46 apart, 7.0369e10 of which are 0.001.
    expect(findingAt(scalars('x := 0.5', 'f = add(x, 100)'), 'x', 0.001)).toEqual({
      trouble: 'rounding',
      text: 'At ε = 0.001 the change of f, 0.001, is 7.04e10 times the spacing of doubles near f, 1.42e−14, so that about 10 digits of it are left.',
    });
  });

  test('says that x does not move where ε is lost in its rounding', () => {
    expect(findingAt(cube, 'x', 1e-16)).toEqual({
      trouble: 'rounding',
      text: 'x + ε is the same double as x: near 2 doubles are 4.44e−16 apart. Nothing moves, and the slope is 0.',
    });
  });

  test('says that f does not move where its change is lost in its rounding', () => {
    expect(findingAt(scalars('x := 0.5', 'f = add(x, 1000)'), 'x', 1e-14)).toEqual({
      trouble: 'rounding',
      text: 'At ε = 1e−14 f should change by 1e−14, but doubles near f are 1.14e−13 apart: it does not change at all, and the slope is 0.',
    });
  });

  test('compares the slopes of both sides where the curve bends', () => {
    // ((2.1)³ − 8) / 0.1 = 12.61 and (8 − (1.9)³) / 0.1 = 11.41.
    expect(findingAt(cube, 'x', 0.1)).toEqual({
      trouble: 'truncation',
      text: 'At ε = 0.1 rounding is not what matters. f bends on the way: the slope to x + ε is 12.61, the one to x − ε is 11.41. What a straight line leaves out is the truncation error.',
    });
  });

  test('writes as many digits of the slopes as show the bend', () => {
    // (x + ε)³ = 8 + 12 ε + 6 ε² + ε³, so the slopes are 12 ± 6 ε.
    expect(findingAt(cube, 'x', 1e-6).text).toMatch(/the slope to x \+ ε is 12\.000006, the one to x − ε is 11\.999994\./);
  });

  test('compares with the slope here where the slopes of both sides are the same', () => {
    // x³ − 27 x, whose slopes to both sides of 0 are ε² − 27.
    const odd = scalars('x := 0', 'a = pow(x, 3)', 'b = mul(x, 27)', 'f = sub(a, b)');
    expect(findingAt(odd, 'x', 0.1).text).toMatch(/f bends on the way: the slopes to x \+ ε and to x − ε are both −26\.99, the one at x is −27\./);
    expect(findingAt(odd, 'x', 0.001).text).toMatch(/are both −26\.999999, the one at x is −27\./);
  });

  test('says of a straight line that nothing is left out', () => {
    expect(findingAt(scalars('x := 2', 'f = mul(x, 3)'), 'x', 0.5)).toEqual({
      trouble: 'nothing',
      text: 'The forward slope agrees with the gradient to the last digits. f is a straight line in this number, so that nothing is left out, whatever ε is.',
    });
  });

  test('names a kink between the two places', () => {
    expect(findingAt(scalars('x := 0.25', 'a1 = relu(x)', 'f = mul(a1, 4)'), 'x', -0.5)).toEqual({
      trouble: 'kink',
      text: 'ReLU a₁ bends between x and x + ε: its input goes from 0.25 to −0.25. Forward and central slope mix the slopes of both sides.',
    });
    expect(findingAt(scalars('x := 1', 'y := 0.75', 'm = max(x, y)', 'f = mul(m, 4)'), 'x', 0.5)).toEqual({
      trouble: 'kink',
      text: 'Maximum m bends between x and x − ε: the difference of its inputs goes from 0.25 to −0.25. The central slope, 3, mixes the slopes of both sides. The forward slope, 4, does not look there.',
    });
    expect(findingAt(scalars('x := 0', 'f = abs(x)'), 'x', 0.5).text).toBe(
      'Absolute value f has its kink exactly here: its input is 0. There are two slopes, one on each side, and no derivative; the gradient 0 is a convention.',
    );
  });

  test('says where there is no value', () => {
    expect(findingAt(scalars('x := 0.5', 'l = log(x)', 'f = mul(l, 2)'), 'x', 0.75)).toEqual({
      trouble: 'lost',
      text: 'At x − ε Logarithm l has no value, so that f has no value there and there is no central slope.',
    });
    expect(findingAt(scalars('x := 0.5', 'l = log(x)', 'f = mul(l, 2)'), 'x', -0.75).text).toBe('At x + ε Logarithm l has no value, so that f has no value there and there is no slope to it.');
    expect(findingAt(scalars('x := -0.5', 'l = log(x)', 'f = mul(l, 2)'), 'x', 0.25).text).toBe(
      'At x Logarithm l has no value already, before anything is moved: there is no slope to measure.',
    );
  });

  test('says of a node on no way to the output that nothing changes', () => {
    expect(findingAt(scalars('x := 1', 'y := 2', 'f = mul(y, 2)'), 'x', 0.5)).toEqual({
      trouble: 'unreached',
      text: 'f does not depend on x: nothing changes, and the gradient is 0.',
    });
  });
});

describe('endWords', () => {
  test('tells with which powers of ε the errors grow', () => {
    const wordsFor = (...lines: string[]) => endWords(errorCurve(new Nudger(recorded(scalars(...lines))), 'x', 0, 1)).right;
    expect(wordsFor('x := 0.7', 'f = exp(x)')).toBe('truncation ∝ ε, central ∝ ε²');
    expect(wordsFor('x := 0', 'f = sin(x)')).toBe('truncation ∝ ε²');
    expect(wordsFor('x := 0.7', 'f = mul(x, x)')).toBe('truncation ∝ ε, central none');
    expect(wordsFor('x := 0.7', 'f = mul(x, 3)')).toBe('nothing bends');
    expect(endWords(errorCurve(new Nudger(recorded(scalars('x := 3', 'f = mul(x, 0)'))), 'x', 0, 1))).toEqual({ left: 'no error at any ε', right: 'nothing bends' });
  });
});

describe('digitsRight', () => {
  test.each([[0, 'all digits'], [1e-6, '6 digits'], [0.04, '1 digit'], [0.4, 'none'], [NaN, '–'], [7, 'none']])('calls an error of %d %s', (error, words) => {
    expect(digitsRight(error)).toBe(words);
  });
});
