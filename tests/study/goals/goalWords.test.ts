import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../src/lessons/lesson';
import type { GoalFacts } from '../../../src/study/goals/goalFacts';
import { standingOf } from '../../../src/study/goals/goalWords';
import { beginTally, countOn } from '../../../src/study/goals/tally';
import { SECOND, descent, training, valued } from './facts';

function words(goal: Goal, ...moments: readonly GoalFacts[]): string {
  const [first = training(), ...later] = moments;
  return standingOf(goal, later.reduce(countOn, beginTally(first)), moments.at(-1) ?? first).words;
}

describe('standingOf', () => {
  test('tells how many steps have been taken, and from when they count', () => {
    const goal: Goal = { reach: 'sgd steps', least: 1000 };
    expect(words(goal, training({ steps: 9 }))).toBe('0 of 1,000 SGD steps, counted from when this page was opened.');
    expect(words(goal, training({ steps: 9 }), training({ steps: 2009 }))).toBe('2,000 SGD steps taken.');
  });

  test('tells the loss of the last epoch, and of the one that was low enough', () => {
    const goal: Goal = { reach: 'epoch loss', below: 12 };
    expect(words(goal, training({ losses: [3] }))).toBe('No epoch has ended since this page was opened. Wanted: below 12.');
    expect(words(goal, training(), training({ losses: [140.38, 33.676] }))).toBe('Epoch 2 had a mean loss of 33.68. Wanted: below 12.');
    expect(words(goal, training(), training({ losses: [140.38, 11.777, 13] }))).toBe('Epoch 2 had a mean loss of 11.78, which is below 12.');
  });

  test('tells where a descent is, and how it has ended', () => {
    const goal: Goal = { reach: 'descent', input: 'x', at: 2.25, within: 1e-4 };
    expect(words(goal, descent())).toBe('The descent has not begun; x = 6.');
    expect(words(goal, descent(), descent({ x: 0.6, iteration: 1 }))).toBe('Under way: x = 0.6 after 1 iteration.');
    expect(words(goal, descent(), descent({ x: 2.2499646, iteration: 70, end: 'at rest' }))).toBe('It has ended by itself at x = 2.249965 after 70 iterations.');
    expect(words(goal, descent(), descent({ x: 0, iteration: 0, end: 'at rest' }))).toBe('It has ended at x = 0 after 0 iterations, which is not the place.');
    expect(words(goal, descent(), descent({ x: -0.0107, iteration: 1000, end: 'out of steps' }))).toBe('It was stopped at x = −0.0107 after 1,000 iterations, still moving.');
    expect(words(goal, descent(), descent({ iteration: 7, end: 'run away' }))).toBe('It has run away after 7 iterations. Begin anew with Reset, in shorter steps.');
    expect(words(goal, descent({ end: 'run away' }))).toBe('This one had ended before this page was opened. Begin anew with Reset.');
    expect(words(goal, training())).toBe('The graph is not there yet.');
  });

  test('tells whether a descent still has all of its numbers', () => {
    const goal: Goal = { reach: 'divergence' };
    expect(words(goal, descent())).toBe('The descent has not begun.');
    expect(words(goal, descent(), descent({ iteration: 3 }))).toBe('Under way: 3 iterations, every number finite.');
    expect(words(goal, descent(), descent({ iteration: 70, end: 'at rest' }))).toBe('It has ended after 70 iterations, with every number finite.');
    expect(words(goal, descent(), descent({ iteration: 7, end: 'run away' }))).toBe('It has run away: 7 iterations, and the next step led out of the finite numbers.');
    expect(words(goal, descent({ end: 'at rest' }))).toBe('This one had ended before this page was opened. Begin anew with Reset.');
    expect(words(goal, descent({ end: 'at rest' }), descent({ which: SECOND }))).toBe('The descent has not begun.');
  });

  test('tells whether a training still has all of its numbers', () => {
    const goal: Goal = { reach: 'divergence' };
    expect(words(goal, training({ steps: 1 }))).toBe('1 SGD step taken, every number finite.');
    expect(words(goal, training({ steps: 4600 }))).toBe('4,600 SGD steps taken, every number finite.');
    expect(words(goal, training(), training({ steps: 4829, divergedAt: 4830 }))).toBe('Training has diverged at SGD step 4,830.');
    expect(words(goal, training({ divergedAt: 9 }))).toBe('This one had ended before this page was opened. Begin anew with Reset.');
    expect(words(goal, valued('y', 1))).toBe('The graph is not there yet.');
  });

  test('tells a value and the one that is wanted', () => {
    const goal: Goal = { reach: 'value', node: 'w1', at: 0.5, within: 1e-9 };
    expect(words(goal, valued('w1', -3.25))).toBe('w₁ is −3.25 now. Wanted: 0.5.');
    expect(words(goal, valued('w1', 0.5))).toBe('w₁ is 0.5.');
    expect(words(goal, valued('w1', undefined))).toBe('The graph is not there yet.');
  });
});
