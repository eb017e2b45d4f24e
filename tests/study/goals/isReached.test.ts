import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../src/lessons/lesson';
import type { GoalFacts } from '../../../src/study/goals/goalFacts';
import { isReached } from '../../../src/study/goals/isReached';
import { beginTally, countOn } from '../../../src/study/goals/tally';
import { SECOND, descent, training, valued } from './facts';

/** Whether a goal is reached at the last of some moments, when it was first shown at the first. */
function reached(goal: Goal, ...moments: readonly GoalFacts[]): boolean {
  const [first = training(), ...later] = moments;
  return isReached(goal, later.reduce(countOn, beginTally(first)), moments.at(-1) ?? first);
}

describe('isReached', () => {
  test('takes SGD steps that were taken since, and no fewer', () => {
    const goal: Goal = { reach: 'sgd steps', least: 5 };
    expect(reached(goal, training({ steps: 100 }))).toBe(false);
    expect(reached(goal, training({ steps: 100 }), training({ steps: 104 }))).toBe(false);
    expect(reached(goal, training({ steps: 100 }), training({ steps: 105 }))).toBe(true);
  });

  test('takes an epoch whose loss is below, even if the next is not; equal is not below', () => {
    const goal: Goal = { reach: 'epoch loss', below: 12 };
    expect(reached(goal, training({ losses: [3] }))).toBe(false);
    expect(reached(goal, training(), training({ losses: [30, 12] }))).toBe(false);
    expect(reached(goal, training(), training({ losses: [30, 11.9, 14] }))).toBe(true);
    expect(reached(goal, training(), training({ losses: [NaN] }))).toBe(false);
  });

  test('takes a descent that has come to rest at the place, not one that was stopped there', () => {
    const goal: Goal = { reach: 'descent', input: 'x', at: 2.25, within: 1e-4 };
    expect(reached(goal, descent(), descent({ x: 2.249965, end: 'at rest' }))).toBe(true);
    expect(reached(goal, descent(), descent({ x: 2.249965 }))).toBe(false);
    expect(reached(goal, descent(), descent({ x: 2.249965, end: 'out of steps' }))).toBe(false);
    expect(reached(goal, descent(), descent({ x: 2.2, end: 'at rest' }))).toBe(false);
    expect(reached({ ...goal, input: 'y' }, descent(), descent({ x: 2.249965, end: 'at rest' }))).toBe(false);
  });

  test('takes a descent that had ended before only when it has ended anew', () => {
    const goal: Goal = { reach: 'descent', input: 'x', at: 2.25, within: 1e-4 };
    const there = { x: 2.25, end: 'at rest' } as const;
    expect(reached(goal, descent(there), descent(there))).toBe(false);
    expect(reached(goal, descent(there), descent({ which: SECOND, ...there }))).toBe(true);
    expect(reached(goal, descent(there), descent({ x: 2.2 }), descent(there))).toBe(true);
  });

  test('takes a descent that has run away, and a training that has diverged', () => {
    const goal: Goal = { reach: 'divergence' };
    expect(reached(goal, descent(), descent({ end: 'run away' }))).toBe(true);
    expect(reached(goal, descent(), descent({ end: 'at rest' }))).toBe(false);
    expect(reached(goal, descent({ end: 'run away' }))).toBe(false);
    expect(reached(goal, training(), training({ divergedAt: 180 }))).toBe(true);
    expect(reached(goal, training({ divergedAt: 180 }))).toBe(false);
    expect(reached(goal, training({ divergedAt: 180 }), training({ run: 2 }), training({ run: 2, divergedAt: 7 }))).toBe(true);
    expect(reached(goal, training(), training({ divergedAt: 180, returning: true }))).toBe(false);
    expect(reached(goal, valued('y', 0))).toBe(false);
  });

  test('takes a value however it came about, and none that is unknown', () => {
    const goal: Goal = { reach: 'value', node: 'y', at: 0, within: 1e-9 };
    expect(reached(goal, valued('y', 1e-10))).toBe(true);
    expect(reached(goal, valued('y', -2e-9))).toBe(false);
    expect(reached(goal, valued('y', undefined))).toBe(false);
    expect(reached(goal, valued('x', 0))).toBe(false);
  });
});
