import { describe, expect, test } from 'vitest';
import { clueOf, clueWords } from '../../../src/study/broken/clue';
import { MISTAKES } from '../../../src/lessons/lesson';
import { MISTAKE_WORDS } from '../../../src/study/broken/mistakeWords';

function words(...pairs: (readonly [found: number, right: number])[]): string {
  return clueWords(clueOf(pairs.map(([found, right]) => ({ found, right }))));
}

describe('clueOf', () => {
  test('finds one factor, whole but for rounding', () => {
    expect(words([22, 2], [-11.0000001, -1])).toBe('11 times too large');
    expect(words([0.5, 1], [1, 2])).toBe('0.5 times what it should be');
    expect(words([-6, 2])).toBe('−3 times what it should be');
    expect(words([-1, 1], [2, -2])).toBe('right but for its sign');
    expect(words([1.00013, 1])).toBe('1.00013 times what it should be');
    expect(words([0, 1], [0, 3])).toBe('0, as it should not be');
  });

  test('passes over cells that should be next to nothing, unless they are not', () => {
    expect(words([4, 2], [1e-12, 1e-13])).toBe('2 times too large');
    expect(words([4, 2], [1, 0])).toBe('wrong by another factor in each cell');
  });

  test('finds that there is no one factor', () => {
    expect(words([1, 1], [2, 3])).toBe('wrong by another factor in each cell');
  });

  test('finds what should be 0, and what is not finite', () => {
    expect(words([3, 0], [1, 0])).toBe('not 0, as it should be');
    expect(words([3, 1e-14])).toBe('not 0, as it should be');
    expect(words([NaN, 1])).toBe('not finite');
  });
});

describe('clueWords', () => {
  test('calls right what is right', () => {
    expect(clueWords({ kind: 'right' })).toBe('right');
  });
});

describe('MISTAKE_WORDS', () => {
  test('tells each mistake apart, and writes a wrong line and the right one', () => {
    for (const part of ['title', 'does', 'supposed', 'shows', 'wrongLine', 'mends'] as const) {
      expect(new Set(MISTAKES.map((mistake) => MISTAKE_WORDS[mistake][part])).size).toBe(MISTAKES.length);
    }
    for (const mistake of MISTAKES) expect(MISTAKE_WORDS[mistake].wrongLine).not.toBe(MISTAKE_WORDS[mistake].rightLine);
  });
});
