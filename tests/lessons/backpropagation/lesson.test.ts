import { describe, expect, test } from 'vitest';
import { lesson } from '../../../src/lessons/backpropagation/lesson';
import { STAGES } from '../../../src/lessons/backpropagation/stages';
import type { Program } from '../../../src/engine';
import { questionOf } from '../../../src/study/questions/questionOf';
import { expectClose, relativeDifference } from '../../engine/closeness';
import { asTensor, golden, type GoldenCase, type StoredTensor } from '../../engine/golden';
import { computed, gradientRowsOf, rowsOf, times, transposed } from '../computedStage';
import { timelineOfStage } from '../lessonTimeline';

/** What the golden file calls otherwise. */
const GOLDEN_NAMES: Readonly<Record<string, string>> = { b1: 'b', s: 'sigmoid' };

/** Compares every value and gradient of a stage with those that were computed elsewhere. */
function expectGolden(program: Program, stored: GoldenCase): void {
  const { X, W1, b, y, l1, sigmoid, W2 = NaN, b2 = NaN, l2 = NaN, cost } = stored;
  const values: Readonly<Record<string, StoredTensor>> = { X, W1, b1: b, y, l1, s: sigmoid, W2, b2, l2, C: cost };
  for (const id of program.order) {
    const name = GOLDEN_NAMES[id] ?? id;
    expectClose(program.value(id), asTensor(values[id] ?? NaN), 1e-15, id);
    if (id !== 'C') expectClose(program.gradient(id), asTensor(stored.grads[name] ?? NaN), 1e-14, `∂C/∂${id}`);
  }
}

describe('the stages of the lesson on backpropagation', () => {
  test('give the golden values and every golden gradient of one layer', () => {
    const program = computed(STAGES.oneLayer);
    expect(program.order).toHaveLength(7);
    expectGolden(program, golden.lesson.case1);
  });

  test('give the golden values and every golden gradient of two layers', () => {
    const program = computed(STAGES.twoLayers);
    expect(program.order).toHaveLength(10);
    expectGolden(program, golden.lesson.case2);
  });

  test('lose almost all of the gradient in the sigmoid, and have it farther from the targets with another layer', () => {
    const program = computed(STAGES.oneLayer);
    const [[above = NaN] = []] = gradientRowsOf(program, 's');
    const [[below = NaN] = []] = gradientRowsOf(program, 'l1');
    expect(Math.abs(above)).toBeGreaterThan(0.99);
    expect(Math.abs(below / above)).toBeLessThan(1e-4);
    expect(golden.lesson.case2.cost).toBeGreaterThan(golden.lesson.case1.cost);
  });

  test('have the same numbers to the left of the sigmoid in both', () => {
    const [one, two] = [computed(STAGES.oneLayer), computed(STAGES.twoLayers)];
    for (const id of ['X', 'W1', 'b1', 'l1', 's']) expect(two.value(id)).toEqual(one.value(id));
  });

  test('multiply to the first weight’s gradient by four factors, once for each example', () => {
    const program = computed(STAGES.twoLayers);
    const shares = rowsOf(program, 'X').map((row, example) => {
      const [upstream = NaN] = gradientRowsOf(program, 'l2')[example] ?? [];
      const [s = NaN] = rowsOf(program, 's')[example] ?? [];
      const [[w = NaN] = []] = rowsOf(program, 'W2');
      return upstream * w * s * (1 - s) * (row[0] ?? NaN);
    });
    const [[whole = NaN] = []] = gradientRowsOf(program, 'W1');
    expect(shares).toHaveLength(2);
    expect(relativeDifference(shares.reduce((sum, share) => sum + share, 0), whole)).toBeLessThan(1e-15);
  });

  test('ask by hand for numbers without a remainder', () => {
    const program = computed(STAGES.openGate);
    expect(rowsOf(program, 'l1')).toEqual([[0], [0]]);
    expect(rowsOf(program, 's')).toEqual([[0.5], [0.5]]);
    expect(gradientRowsOf(program, 'l2')).toEqual([[-3], [-4]]);
    const upstream = [[-3 * 2 * 0.25], [-4 * 2 * 0.25]];
    expect(gradientRowsOf(program, 'l1')).toEqual(upstream);
    expect(gradientRowsOf(program, 'W2')).toEqual([[0.5 * (-3 - 4)]]);
    expect(gradientRowsOf(program, 'W1')).toEqual(times(transposed(rowsOf(program, 'X')), upstream));
  });

  test('ask for nothing by hand that has arrived when the step opens', () => {
    const step = lesson.steps.find(({ id }) => id === 'by-hand');
    const timeline = timelineOfStage(STAGES.openGate);
    const seeded = timeline.phases.find(({ phase }) => phase === 'seed')?.end ?? Infinity;
    const asked = Object.values(step?.exercises ?? {}).flatMap((exercise) => (exercise.kind === 'question' ? [exercise.ask] : []));
    expect(asked).toHaveLength(3);
    for (const ask of asked) expect(questionOf(timeline, ask)?.before).toBeGreaterThanOrEqual(seeded);
  });
});
