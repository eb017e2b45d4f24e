import { describe, expect, test } from 'vitest';
import { hitWords } from '../../../../src/ui/tools/trace/TraceSearch';

describe('hitWords', () => {
  test('says how many lines there are, or which of them one is at', () => {
    expect(hitWords(1, -1, false)).toBe('1 line');
    expect(hitWords(1234, -1, false)).toBe('1,234 lines');
    expect(hitWords(1234, 1000, false)).toBe('1,001 of 1,234');
  });

  test('says that nothing was found only once the search is through', () => {
    expect(hitWords(0, -1, true)).toBe('searching …');
    expect(hitWords(0, -1, false)).toBe('not found');
  });
});
