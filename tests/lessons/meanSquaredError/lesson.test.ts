import { describe, expect, test } from 'vitest';
import { lesson } from '../../../src/lessons/meanSquaredError/lesson';
import { STAGES } from '../../../src/lessons/meanSquaredError/stages';
import { expectClose, relativeDifference } from '../../engine/closeness';
import { asTensor, golden } from '../../engine/golden';
import { computed, gradientOf, valueOf } from '../computedStage';
import { ambiguousSlips } from '../slips';

const { mse: stored } = golden.lesson;

describe('the stages of the lesson on the mean squared error', () => {
  test('give the golden cost of 281/12, and both golden gradients', () => {
    const errors = computed(STAGES.errors);
    expect(valueOf(errors, 'C')).toBe(281 / 12);
    expectClose(errors.gradient('y'), asTensor(stored['grad_y'] ?? NaN), 1e-15, 'gradient of y');
    expectClose(errors.gradient('a'), asTensor(stored['grad_a'] ?? NaN), 1e-15, 'gradient of a');
  });

  test('give the same cost for a column of predictions', () => {
    const column = computed(STAGES.column);
    expect(column.view('a').shape).toEqual([3, 1]);
    expect(column.view('y').shape).toEqual([3]);
    expect(valueOf(column, 'C')).toBe(281 / 12);
    expectClose(column.gradient('a'), { ...asTensor(stored['grad_a'] ?? NaN), shape: [3, 1] }, 1e-15, 'gradient of a');
  });

  test('compare every target with every prediction where they are stretched, and find another cost', () => {
    const stretched = computed(STAGES.stretched);
    const [y, a] = [Array.from(stretched.view('y').data), Array.from(stretched.view('a').data)];
    const pairs = a.flatMap((prediction) => y.map((target) => (target - prediction) ** 2));
    expect(stretched.view('d').shape).toEqual([3, 3]);
    expect(relativeDifference(valueOf(stretched, 'C'), pairs.reduce((sum, square) => sum + square, 0) / 9)).toBeLessThan(1e-15);
    expect(Math.abs(valueOf(stretched, 'C') - 281 / 12)).toBeGreaterThan(1);
  });

  test('would push every stretched prediction towards the mean of the targets', () => {
    const stretched = computed(STAGES.stretched);
    const mean = Array.from(stretched.view('y').data).reduce((sum, target) => sum + target, 0) / 3;
    stretched.gradient('a').data.forEach((gradient, i) => {
      expect(relativeDifference(gradient, (2 / 3) * ((stretched.view('a').data[i] ?? NaN) - mean))).toBeLessThan(1e-14);
    });
  });

  test('ask by hand for halves and wholes', () => {
    const byHand = computed(STAGES.byHand);
    expect(valueOf(byHand, 'C')).toBe((25 + 1 + 9 + 9) / 4);
    expect(Array.from(byHand.gradient('a').data)).toEqual([-2.5, 0.5, -1.5, -1.5]);
    expect(Array.from(byHand.gradient('y').data)).toEqual([2.5, -0.5, 1.5, 1.5]);
  });

  test('begin the goal at a fourth of it, and reach it at twice the distance on either side', () => {
    const goal = lesson.steps.find(({ id }) => id === 'why-squares')?.exercises?.['fourfold'];
    if (goal?.kind !== 'goal' || goal.goal.reach !== 'value') throw new Error('no goal');
    const single = computed(STAGES.single);
    expect(valueOf(single, goal.goal.node) * 4).toBe(goal.goal.at);
    const [y, a] = [valueOf(single, 'y'), valueOf(single, 'a')];
    for (const side of [-1, 1]) expect(valueOf(computed(STAGES.single, { a: y + side * 2 * (a - y) }), 'C')).toBe(goal.goal.at);
    expect(gradientOf(single, 'a')).toBe(-2 * (y - a));
  });

  test.each([['by-hand', 'cost'], ['by-hand', 'first'], ['by-hand', 'third']])('ask in %s for %s, which every usual mistake misses in its own way', (step, key) => {
    expect(ambiguousSlips(lesson, step, key)).toEqual([]);
  });
});
