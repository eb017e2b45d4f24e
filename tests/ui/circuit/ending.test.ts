import { describe, expect, test } from 'vitest';
import { DescentPath } from '../../../src/training/descentPath';
import { endingOf } from '../../../src/ui/circuit/charts/ending';

function pathOf(count: number): DescentPath {
  const path = new DescentPath(['x']);
  for (let iteration = 0; iteration < count; iteration++) path.append(Float64Array.of(iteration), 0);
  return path;
}

const lost = (number: number) => ({ kind: 'not finite', found: { node: 'v1', part: 'value', cell: 0, number }, at: Float64Array.of(0) }) as const;

describe('endingOf', () => {
  test('marks nothing while a descent may go on', () => {
    expect(endingOf({ outcome: undefined, path: pathOf(3) })).toBeNull();
    expect(endingOf({ outcome: { kind: 'iterations' }, path: pathOf(3) })).toBeNull();
  });

  test.each([
    [{ kind: 'small step' } as const, 2, 'stopped after 1 iteration', true],
    [{ kind: 'small step' } as const, 1235, 'stopped after 1,234 iterations', true],
    [{ kind: 'flat' } as const, 1, 'the gradient is 0 here', true],
    [lost(Infinity), 6, 'v₁ overflows next', false],
    [lost(NaN), 6, 'v₁ has no value next', false],
  ])('marks %j after %i iterations as: %s', (outcome, count, words, calm) => {
    expect(endingOf({ outcome, path: pathOf(count) })).toEqual({ iteration: count - 1, words, calm });
  });
});
