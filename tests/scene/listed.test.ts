import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listed } from '../../src/scene/listed';

describe('listed', () => {
  it.each([
    [[], ''],
    [['X'], 'X'],
    [['X', 'b₁'], 'X and b₁'],
    [['X', 'W₁', 'b₁'], 'X, W₁ and b₁'],
  ])('joins %j as a sentence does', (things, text) => {
    expect(listed(things)).toBe(text);
  });

  it('puts another word before the last one if told to', () => {
    expect(listed(['a', 'b', 'c'], { last: 'or' })).toBe('a, b or c');
  });

  it('counts what goes beyond the most parts', () => {
    expect(listed(['a', 'b', 'c'], { most: 3 })).toBe('a, b and c');
    expect(listed(['a', 'b', 'c', 'd'], { most: 3 })).toBe('a, b and 2 more');
    expect(listed(Array.from({ length: 1501 }, () => 'v'), { most: 2, last: 'or' })).toBe('v or 1,500 more');
  });

  it('accounts for every thing, named or counted, in at most so many parts', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 2, max: 12 }), (count, most) => {
        const parts = listed(Array.from({ length: count }, () => 'x'), { most }).split(/, | and /).filter((part) => part !== '');
        expect(parts.length).toBeLessThanOrEqual(most);
        expect(parts.reduce((sum, part) => sum + (part === 'x' ? 1 : Number(part.replace(' more', ''))), 0)).toBe(count);
      }),
    );
  });
});
