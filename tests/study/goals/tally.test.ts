import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GoalFacts } from '../../../src/study/goals/goalFacts';
import { beginTally, countOn, type Tally } from '../../../src/study/goals/tally';
import { FIRST, SECOND, descent, training } from './facts';

function tallied(...moments: readonly GoalFacts[]): Tally {
  const [first = training(), ...later] = moments;
  return later.reduce(countOn, beginTally(first));
}

describe('countOn', () => {
  test('counts the steps taken since, not those before', () => {
    expect(tallied(training({ steps: 4600 })).steps).toBe(0);
    expect(tallied(training({ steps: 4600 }), training({ steps: 4601 }), training({ steps: 4605 })).steps).toBe(5);
  });

  test('counts as many steps however often it looks', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.array(fc.nat(50), { maxLength: 20 }), (before, gains) => {
        let steps = before;
        const moments = gains.map((gain) => training({ steps: (steps += gain) }));
        expect(tallied(training({ steps: before }), ...moments).steps).toBe(steps - before);
      }),
    );
  });

  test('leaves out what another run brings along, and adds what is taken in it', () => {
    expect(tallied(training({ steps: 10 }), training({ steps: 12 }), training({ run: 2, steps: 900 }), training({ run: 2, steps: 903 })).steps).toBe(5);
  });

  test('leaves out steps that are replayed', () => {
    const replayed = [100, 500, 900].map((steps) => training({ steps, returning: true }));
    expect(tallied(training({ returning: true }), ...replayed, training({ steps: 901 })).steps).toBe(1);
  });

  test('begins to count once there is a training', () => {
    expect(tallied(descent(), training({ steps: 7 }), training({ steps: 9 })).steps).toBe(2);
  });

  test('looks at every epoch that has ended in between, and at none from before', () => {
    const tally = tallied(training({ losses: [5] }), training({ losses: [5, 30, 11, 40] }));
    expect(tally.last).toEqual({ number: 4, loss: 40 });
    expect(tally.best).toEqual({ number: 3, loss: 11 });
  });

  test('takes no epoch without a finite loss for the best', () => {
    const tally = tallied(training(), training({ losses: [NaN, Infinity] }));
    expect(tally.last).toEqual({ number: 2, loss: Infinity });
    expect(tally.best).toBeUndefined();
    expect(tallied(training(), training({ losses: [NaN, 3, NaN] })).best).toEqual({ number: 2, loss: 3 });
  });

  test('gives the same object as long as nothing has happened', () => {
    const begun = beginTally(training({ steps: 3 }));
    expect(countOn(begun, training({ steps: 3 }))).toBe(begun);
    const ended = beginTally(descent({ end: 'at rest' }));
    expect(countOn(ended, descent({ end: 'at rest' }))).toBe(ended);
  });

  test('forgets that a descent had ended once it goes on, or another begins', () => {
    expect(tallied(descent({ end: 'out of steps' })).endedBefore).toBe(FIRST);
    expect(tallied(descent({ end: 'out of steps' }), descent(), descent({ end: 'at rest' })).endedBefore).toBeUndefined();
    expect(tallied(descent({ end: 'at rest' }), descent({ which: SECOND, end: 'at rest' })).endedBefore).toBeUndefined();
  });

  test('forgets that a run had diverged once another is at the front', () => {
    const diverged = training({ divergedAt: 9, steps: 8 });
    expect(tallied(diverged, diverged).divergedBefore).toBe(1);
    expect(tallied(diverged, training({ run: 2 }), training({ run: 2, divergedAt: 5 })).divergedBefore).toBeUndefined();
  });
});
