import { describe, expect, test } from 'vitest';
import { folded, linesWith, textBetween } from '../../../src/study/trace/searchTrace';
import { traceOf } from '../../../src/study/trace/trace';
import { recorded, scalars } from '../../engine/scalarGraphs';

const TRACE = traceOf(recorded(scalars('w1 := -2', 'x = 3', 'f = mul(w1, x)')), false);

describe('folded', () => {
  test('writes what a keyboard has no key for as one types it, character by character', () => {
    expect(folded('W₁₂ = −2 × ∂C')).toBe('w12 = -2 * ∂c');
    expect(folded('W₁₂ = −2 × ∂C')).toHaveLength('W₁₂ = −2 × ∂C'.length);
  });
});

describe('linesWith', () => {
  test('finds every line, whatever the case and the signs', () => {
    const texts = (wanted: string): string[] => linesWith(TRACE, wanted).map((line) => TRACE.line(line).text);
    expect(texts('feed W1 = -2')).toEqual(['Feed w₁ = −2 (parameter)']);
    expect(texts('Feed w₁ = −2')).toEqual(['Feed w₁ = −2 (parameter)']);
    expect(texts('-2 * 3')).toEqual(['Compute f = −2 × 3 = −6']);
    expect(texts('POP')).toHaveLength(3);
  });

  test('finds nothing for what is not there, and for nothing', () => {
    expect(linesWith(TRACE, 'nowhere')).toEqual([]);
    expect(linesWith(TRACE, '  ')).toEqual([]);
  });
});

describe('textBetween', () => {
  test('is the lines from one to another, set in', () => {
    expect(textBetween(TRACE, 3, 5)).toBe('Pop w₁ from the queue, which leaves [x]\n  Add w₁ to the sorted list as number 1: [w₁]\n  Remove the edge w₁ → f (port x1); f waits for 1 more');
  });
});
