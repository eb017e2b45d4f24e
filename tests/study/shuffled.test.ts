import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../src/engine';
import { shuffled } from '../../src/study/shuffled';

describe('shuffled', () => {
  it('keeps every thing, and the list that it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(), (things, seed) => {
        const given = [...things];
        expect(shuffled(things, new Random(seed)).sort()).toEqual([...given].sort());
        expect(things).toEqual(given);
      }),
    );
  });

  it('gives each order about as often', () => {
    const random = new Random(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    // Six orders, 1000 times each: the standard deviation is 29.
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
