import { describe, expect, test } from 'vitest';
import { DescentPath } from '../../src/training/descentPath';

describe('DescentPath', () => {
  test('keeps the value and every parameter of each iteration, however many there are', () => {
    const path = new DescentPath(['x', '__proto__']);
    for (let iteration = 0; iteration < 1000; iteration++) path.append(Float64Array.of(iteration, -iteration), iteration ** 2);
    expect(path.count).toBe(1000);
    expect([path.values[0], path.values[63], path.values[64], path.values[999]]).toEqual([0, 63 ** 2, 64 ** 2, 999 ** 2]);
    expect([...(path.placesOf('x') ?? [])]).toEqual(Array.from({ length: 1000 }, (_, iteration) => iteration));
    expect(path.placesOf('__proto__')?.at(-1)).toBe(-999);
    expect(path.values).toHaveLength(1000);
  });

  test('knows nothing of a name that does not move', () => {
    expect(new DescentPath(['x']).placesOf('y')).toBeUndefined();
  });

  test('tells by its version that it has grown', () => {
    const path = new DescentPath([]);
    const { version } = path;
    path.append(new Float64Array(0), 1);
    expect(path.version).toBeGreaterThan(version);
  });
});
