import { describe, expect, test } from 'vitest';
import { folded, linesWith, searchingTrace, textBetween } from '../../../src/study/trace/searchTrace';
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

describe('searchingTrace', () => {
  const names = Array.from({ length: 80 }, (_, index) => `x${index} = ${index}`);
  const long = traceOf(recorded(scalars(...names, 'f = mul(x7, x8)')), false);
  const through = (wanted: string): { readonly pauses: readonly number[]; readonly found: readonly number[] } => {
    const pauses: number[] = [];
    const searching = searchingTrace(long, wanted);
    for (;;) {
      const next = searching.next();
      if (next.done === true) return { pauses, found: next.value };
      pauses.push(next.value);
    }
  };

  test('may pause after every stretch of lines, and finds the same as one looks through them, the first time and again', () => {
    const all = Array.from({ length: long.length }, (_, line) => line);
    const holding = all.filter((line) => long.line(line).text.includes('x₇'));
    expect(holding.length).toBeGreaterThan(11);
    for (let time = 0; time < 2; time++) {
      expect(through(' X7')).toEqual({ found: holding, pauses: all.filter((line) => line > 0 && line % 64 === 0) });
    }
    expect(linesWith(long, 'x7')).toEqual(holding);
  });

  test('that was stopped leaves nothing out for the next one', () => {
    const other = traceOf(recorded(scalars(...names, 'f = mul(x7, x8)')), false);
    searchingTrace(other, 'feed').next();
    for (const wanted of ['x0', 'x79']) {
      expect(linesWith(long, wanted)).not.toEqual([]);
      expect(linesWith(other, wanted)).toEqual(linesWith(long, wanted));
    }
  });
});

describe('textBetween', () => {
  test('is the lines from one to another, set in', () => {
    expect(textBetween(TRACE, 3, 5)).toBe('Pop w₁ from the queue, which leaves [x]\n  Add w₁ to the sorted list as number 1: [w₁]\n  Remove the edge w₁ → f (port x1); f waits for 1 more');
  });
});
