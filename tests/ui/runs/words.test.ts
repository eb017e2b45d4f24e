import { describe, expect, test } from 'vitest';
import { durationWords, lostWords } from '../../../src/ui/runs/sweep/words';

describe('durationWords', () => {
  test.each([
    [0.2, 'less than a second'],
    [1, '1 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [200, '3 min 20 s'],
    [7200, '120 min'],
  ])('writes %d seconds as %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});

describe('lostWords', () => {
  test('counts what overflowed apart from what is on its way there', () => {
    expect(lostWords(['overflowed', 'sound', 'diverging', 'overflowed', 'diverging'])).toBe(' 2 overflowed, 2 grew without bound.');
    expect(lostWords(['sound', 'diverging'])).toBe(' 1 grew without bound.');
    expect(lostWords(['sound'])).toBe('');
  });
});
