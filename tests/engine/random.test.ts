import { describe, expect, test } from 'vitest';
import { Random } from '../../src/engine';

describe('Random', () => {
  test('state, put back, continues from there', () => {
    const random = new Random(5);
    random.next();
    const { state } = random;
    const following = [random.next(), random.normal(), random.below(506)];
    random.state = state;
    expect([random.next(), random.normal(), random.below(506)]).toEqual(following);
    const other = new Random(0);
    other.state = state;
    expect(other.next()).toBe(following[0]);
    expect(new Random(state).next()).toBe(following[0]);
  });

  test('state is a whole number of 32 bits, whatever the seed', () => {
    expect([-1, 2 ** 32 + 3, 7].map((seed) => new Random(seed).state)).toEqual([2 ** 32 - 1, 3, 7]);
  });

  test('next is uniform: every tenth of [0, 1) is hit as often as any other, to five standard deviations', () => {
    const random = new Random(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const tenth = Math.floor(random.next() * 10);
      counts[tenth] = (counts[tenth] ?? NaN) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(100_000 * 0.1 * 0.9));
  });

  test('normal has mean 0, deviation 1 and the tails of the bell curve', () => {
    const random = new Random(4);
    const draws = Array.from({ length: 100_000 }, () => random.normal());
    const mean = draws.reduce((sum, z) => sum + z, 0) / draws.length;
    const square = draws.reduce((sum, z) => sum + z * z, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(draws.length));
    expect(Math.abs(square - 1)).toBeLessThan(5 * Math.sqrt(2 / draws.length));
    const beyond2 = draws.filter((z) => Math.abs(z) > 2).length / draws.length;
    expect(beyond2).toBeGreaterThan(0.042);
    expect(beyond2).toBeLessThan(0.049);
  });

  test('below gives every whole number under its bound, and none else', () => {
    const random = new Random(6);
    const seen = new Set(Array.from({ length: 1000 }, () => random.below(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
