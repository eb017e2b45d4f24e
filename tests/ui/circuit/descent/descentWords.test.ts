import { describe, expect, test } from 'vitest';
import { compile, faultOf, record, type Fault, type GraphNode } from '../../../../src/engine';
import { parseExpression } from '../../../../src/expression/parseExpression';
import type { Input } from '../../../../src/store/circuit/inputs';
import type { Loss } from '../../../../src/store/circuit/workbench';
import {
  flatWords,
  hindranceWords,
  iterationsWords,
  lossWords,
  progressWords,
  smallStepWords,
} from '../../../../src/ui/circuit/descent/descentWords';

function expressionOf(text: string) {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(problem.message);
  return expression;
}

/** What is wrong with an expression where its inputs all have one value. */
function faultWhere(text: string, value: number): Fault | undefined {
  const { nodes, output } = expressionOf(text).graph;
  const fed = nodes.map((node): GraphNode => ('role' in node && node.role === 'data' ? { ...node, value } : node));
  return faultOf(record(compile({ nodes: fed, output })));
}

function lossWhere(text: string, value: number, lost: Loss['lost']): Loss {
  const fault = faultWhere(text, value);
  if (fault === undefined) throw new Error(`there is no fault in ${text} at ${value}`);
  return { fault, lost };
}

function input(name: string, trainable: boolean): Input {
  return { name, value: 1, min: -5, max: 5, trainable };
}

describe('progressWords', () => {
  const common = { output: 'f', allDigits: false };

  test('says the iteration, the value and the last step', () => {
    expect(progressWords({ ...common, iteration: 70, value: -6.5429687, move: 9.94e-6 })).toBe('iteration 70 · f = −6.543 · last step 9.9e−6');
  });

  test('says nothing of a step before the first one', () => {
    expect(progressWords({ ...common, iteration: 0, value: 650, move: NaN })).toBe('iteration 0 · f = 650');
  });

  test('calls an unknown value unknown, and the output by its name', () => {
    expect(progressWords({ ...common, output: 'q1', iteration: 12_000, value: NaN, move: 0.5 })).toBe('iteration 12,000 · q₁ = ? · last step 0.5');
  });

  test('shows every digit of the value on request', () => {
    expect(progressWords({ ...common, allDigits: true, iteration: 1, value: 0.1 + 0.2, move: 1 })).toBe('iteration 1 · f = 0.30000000000000004 · last step 1');
  });
});

describe('hindranceWords', () => {
  const expression = expressionOf('1 / x');

  test('says that there is nothing to move', () => {
    expect(hindranceWords({ inputs: [], loss: undefined, expression })).toBe('There is no input that gradient descent could move.');
  });

  test('says that nothing is ticked', () => {
    expect(hindranceWords({ inputs: [input('x', false)], loss: undefined, expression })).toBe('Tick an input, and gradient descent moves it.');
  });

  test('says that there is no value to descend from', () => {
    expect(hindranceWords({ inputs: [input('x', true)], loss: lossWhere('1 / x', 0, 'value'), expression })).toBe(
      'f has no value here, and so no gradient to follow. Move an input.',
    );
  });

  test('says that only the gradient is unknown', () => {
    expect(hindranceWords({ inputs: [input('x', true)], loss: lossWhere('sqrt(x)', 0, 'gradient'), expression })).toBe(
      'The gradient is not known here, and so there is nothing to follow. Move an input.',
    );
  });

  test('does not send the reader to inputs that have nothing to do with it', () => {
    const constant = expressionOf('log(-2) * x');
    expect(hindranceWords({ inputs: [input('x', true)], loss: lossWhere('log(-2) * x', 1, 'value'), expression: constant })).toBe(
      'f has no value, wherever the inputs are. Mend the expression.',
    );
  });

  test('says nothing where gradient descent can begin', () => {
    expect(hindranceWords({ inputs: [input('x', true), input('y', false)], loss: undefined, expression })).toBeUndefined();
  });
});

describe('smallStepWords', () => {
  test('says where it has arrived', () => {
    expect(smallStepWords(70, [{ name: 'x', value: 2.2499650001 }], 1e-5, 9e-4)).toBe(
      'The last step was no longer than 1e−5: it has arrived at x = 2.249965 after 70 iterations.',
    );
  });

  test('names two and three places, and no more than three', () => {
    const places = ['w0', 'w1', 'w2', 'w3'].map((name, index) => ({ name, value: index }));
    const words = (count: number): string => smallStepWords(1, places.slice(0, count), 0.001, 0);
    expect(words(2)).toBe('The last step was no longer than 0.001: it has arrived at w₀ = 0 and w₁ = 1 after 1 iteration.');
    expect(words(3)).toBe('The last step was no longer than 0.001: it has arrived at w₀ = 0, w₁ = 1 and w₂ = 2 after 1 iteration.');
    expect(words(4)).toBe('The last step was no longer than 0.001: it has arrived at w₀ = 0, w₁ = 1, w₂ = 2 and so on after 1 iteration.');
  });

  test('does not call it an arrival where only the rate made the step short', () => {
    expect(smallStepWords(1, [{ name: 'x', value: 6 }], 1e-5, 540)).toBe(
      'The last step was no longer than 1e−5 after 1 iteration, yet the gradient is still 540: with so small a learning rate every step is short.',
    );
  });
});

describe('iterationsWords', () => {
  test('says that it still moves', () => {
    expect(iterationsWords(1000)).toBe('Stopped after 1,000 iterations, still moving. Descend goes on from here.');
    expect(iterationsWords(1)).toBe('Stopped after 1 iteration, still moving. Descend goes on from here.');
  });
});

describe('flatWords', () => {
  test.each([
    ['inflection', 'The gradient is 0 here, so nothing moves: a flat inflection, not a minimum.'],
    ['minimum', 'The gradient is 0 here, so nothing moves: a minimum.'],
    ['maximum', 'The gradient is 0 here, so nothing moves: a maximum, not a minimum; from a little beside it the way leads down.'],
    ['saddle', 'The gradient is 0 here, so nothing moves: a saddle, not a minimum; it rises in one direction and falls in another.'],
    ['flat', 'The gradient is 0 here, so nothing moves: it is level all around.'],
    [undefined, 'The gradient is 0 here, so nothing moves.'],
  ] as const)('says what kind of place it is: %s', (place, words) => {
    expect(flatWords(place)).toBe(words);
  });
});

describe('lossWords', () => {
  const found = { node: 'v1', part: 'value', cell: 0, number: Infinity } as const;

  test('says what overflowed, and what to do', () => {
    const fault = faultWhere('x^4', -6e120);
    expect(lossWords({ iteration: 5, places: [{ name: 'x', value: -6e120 }], output: 'f', fault, found })).toBe(
      'It overflowed at iteration 5: Power f: (−6e120) ^ 4 is larger than the largest double, about 1.8e308. The learning rate is too large for this start; reset the descent and try a smaller one.',
    );
  });

  test('says where it left the numbers for which there is a value', () => {
    const fault = faultWhere('log(x)', -2);
    expect(lossWords({ iteration: 1, places: [{ name: 'x', value: -2 }], output: 'f', fault, found })).toBe(
      'Iteration 1 would lead to x = −2, where f has no value: Logarithm f = log(−2): the logarithm exists only above 0. A smaller learning rate takes shorter steps.',
    );
  });

  test('says where there is a value and no gradient', () => {
    const fault = faultWhere('sqrt(x)', 0);
    expect(lossWords({ iteration: 3, places: [{ name: 'x', value: 0 }], output: 'f', fault, found })).toBe(
      'Iteration 3 would lead to x = 0, where the gradient is not known: Square root f = sqrt(0): its slope ∂f/∂x is infinite there. A smaller learning rate takes shorter steps.',
    );
  });

  const end = 'The learning rate is too large for this start; reset the descent and try a smaller one.';

  test.each([
    ['updated value', -Infinity, 'w₀ after its update is lower than the lowest double, about −1.8e308.'],
    ['updated value', NaN, 'w₀ after its update is no number.'],
    ['gradient', Infinity, 'the gradient of w₀ is larger than the largest double, about 1.8e308.'],
    ['value', Infinity, 'w₀ is larger than the largest double, about 1.8e308.'],
  ] as const)('says which number it was where nothing else is known: %s %d', (part, number, cause) => {
    const words = lossWords({ iteration: 1200, places: [], output: 'f', fault: undefined, found: { node: 'w0', part, cell: 0, number } });
    expect(words).toBe(`It overflowed at iteration 1,200: ${cause} ${end}`);
  });
});
