import { describe, expect, test } from 'vitest';
import { WAYS, wayOf } from '../../src/ui/ways';

describe('wayOf', () => {
  test('leads each way to itself, by its own address', () => {
    for (const way of WAYS) expect(wayOf(`#${way}`)).toBe(way);
  });

  test.each([
    ['', 'network'],
    ['#', 'network'],
    ['#circuits', 'network'],
    ['#/circuit', 'circuit'],
    ['#circuit/anything', 'circuit'],
    ['#/runs', 'runs'],
    ['#runs/2', 'runs'],
    ['#rerun', 'network'],
    ['#__proto__', 'network'],
  ])('leads %j to the %s', (hash, way) => {
    expect(wayOf(hash)).toBe(way);
  });
});
