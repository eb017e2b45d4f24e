import { describe, expect, test } from 'vitest';
import { formatPathCount } from '../../../src/study/blame/counted';

describe('formatPathCount', () => {
  test('writes a count out as long as one can read it', () => {
    expect([1n, 200n, 65_536n, 2n ** 40n].map(formatPathCount)).toEqual(['1', '200', '65,536', '1,099,511,627,776']);
  });

  test('says how large a very large one is', () => {
    expect([10n ** 15n, 2n ** 500n].map(formatPathCount)).toEqual(['about 1.0 × 10¹⁵', 'about 3.2 × 10¹⁵⁰']);
  });
});
