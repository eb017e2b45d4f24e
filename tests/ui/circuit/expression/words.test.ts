import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../../src/expression/expression';
import { parseExpression } from '../../../../src/expression/parseExpression';
import { foldableLines, sizeWords, suggestionWords, startWords } from '../../../../src/ui/circuit/expression/words';

function parsed(text: string): Expression {
  const { expression, problem } = parseExpression(text);
  if (expression === undefined) throw new Error(problem.message);
  return expression;
}

describe('sizeWords', () => {
  test.each([
    ['x', 'no operations · 1 input'],
    ['x + y', '1 operation · 2 inputs'],
    // Nothing in it is an input, and what is only a number is no operation.
    ['42', 'no operations · no inputs'],
    ['x*y + max(x, y)', '3 operations · 2 inputs'],
  ])('counts %s', (text, words) => {
    expect(sizeWords(parsed(text))).toBe(words);
  });

  test('parts thousands', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `a${index}`);
    expect(sizeWords(parsed(names.join(' + ')))).toBe('999 operations · 1,000 inputs');
  });
});

describe('suggestionWords', () => {
  const message = 'Something is wrong.';
  test('says what to use in the place of something', () => {
    expect(suggestionWords({ span: { start: 0, end: 6 }, message, suggestion: 'sigmoid' })).toBe('Use sigmoid');
  });
  test('says what to insert where there is nothing', () => {
    expect(suggestionWords({ span: { start: 1, end: 1 }, message, suggestion: '*' })).toBe('Insert *');
  });
  test('says that something is to go', () => {
    expect(suggestionWords({ span: { start: 0, end: 1 }, message, suggestion: '' })).toBe('Delete it');
  });
});

describe('foldableLines', () => {
  const small = parsed('q = x*y + 1\nf = sin(q) + q');
  const large = parsed(`a = x + y\n${Array.from({ length: 6 }, (_, index) => `b${index} = x * y + ${index + 2}`).join('\n')}\nb0 + b1 + b2 + b3 + b4 + b5 + a`);
  const ids = (expression: Expression, folded: readonly string[]): string[] => foldableLines(expression, new Set(folded)).map(({ id }) => id);

  test('offers none of a small graph', () => {
    expect(ids(small, [])).toEqual([]);
  });

  test('offers every line that computes more than one thing in a larger graph', () => {
    expect(ids(large, [])).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5']);
  });

  test('offers those of a small graph once one is folded, and never the result', () => {
    expect(ids(small, ['q'])).toEqual(['q']);
  });

  test('offers to unfold whatever is folded', () => {
    expect(ids(large, ['a'])).toContain('a');
  });
});

describe('startWords', () => {
  const at = (name: string, value: number) => ({ name, value, min: -5, max: 5, trainable: false });

  test('says nothing while every input is where the text says, or the text says nothing of it', () => {
    expect(startWords(new Map([['x', 3]]), [at('x', 3), at('y', 7)])).toBeUndefined();
  });

  test('says where an input has gone, and how many others have', () => {
    const defaults = new Map([['x0', 3], ['y', -2], ['z', 0]]);
    expect(startWords(defaults, [at('x0', 3.1), at('y', -2)])).toBe('x₀ starts at 3 and is now at 3.1.');
    expect(startWords(defaults, [at('x0', 3.1), at('y', -1)])).toBe('x₀ starts at 3 and is now at 3.1; 1 more input has moved, too.');
    expect(startWords(defaults, [at('x0', -3), at('y', -1), at('z', 1)])).toBe('x₀ starts at 3 and is now at −3; 2 more inputs have moved, too.');
  });
});
