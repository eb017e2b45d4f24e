import { describe, expect, test } from 'vitest';
import { STAGES } from '../../../src/lessons/sigmoid/stages';
import { expectClose, relativeDifference } from '../../engine/closeness';
import { asTensor, golden } from '../../engine/golden';
import { computed, gradientOf, gradientRowsOf, rowsOf, times, transposed, valueOf } from '../computedStage';

describe('the stages of the lesson on the sigmoid', () => {
  test('give the golden layer, before and after the curve', () => {
    const { linear_sigmoid: stored } = golden.lesson;
    const layer = computed(STAGES.layer);
    expectClose(layer.value('l'), asTensor(stored['linear'] ?? NaN), 0, 'l');
    expectClose(layer.value('s'), asTensor(stored['value'] ?? NaN), 1e-15, 's');
    expect(rowsOf(layer, 's')[0]?.[0]?.toExponential(4)).toBe('1.2339e-4');
    expect(rowsOf(layer, 's')[0]?.[1]?.toFixed(8)).toBe('0.98201379');
  });

  test('send ones back through the slopes e^−x / (1 + e^−x)², and on to the weights', () => {
    const layer = computed(STAGES.layer);
    const slopes = rowsOf(layer, 'l').map((row) => row.map((x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2));
    gradientRowsOf(layer, 'l').forEach((row, i) => row.forEach((slope, j) => expect(relativeDifference(slope, slopes[i]?.[j] ?? NaN)).toBeLessThan(1e-14)));
    const wanted = times(transposed(rowsOf(layer, 'X')), slopes);
    gradientRowsOf(layer, 'W').forEach((row, i) => row.forEach((cell, j) => expect(relativeDifference(cell, wanted[i]?.[j] ?? NaN)).toBeLessThan(1e-14)));
  });

  test('make it tell whether a slope was taken at the input', () => {
    const layer = computed(STAGES.layer);
    const mistaken = rowsOf(layer, 'l').map((row) => row.map((x) => x * (1 - x)));
    gradientRowsOf(layer, 'l').forEach((row, i) => row.forEach((slope, j) => expect(Math.abs((mistaken[i]?.[j] ?? NaN) - slope)).toBeGreaterThan(1)));
  });

  test('change the second neuron’s weights more than the first’s', () => {
    for (const [first = NaN, second = NaN] of gradientRowsOf(computed(STAGES.layer), 'W')) expect(Math.abs(second)).toBeGreaterThan(100 * Math.abs(first));
  });

  test('leave a straight line straight, wherever x is', () => {
    const slopes = [-5, -1, 0, 2.5, 5].map((x) => gradientOf(computed(STAGES.straight, { x }), 'x'));
    expect(new Set(slopes)).toEqual(new Set([6]));
  });

  test('are steepest in the middle of the curve, with a slope of one quarter', () => {
    const slopeAt = (x: number): number => gradientOf(computed(STAGES.curve, { x }), 'x');
    expect(slopeAt(0)).toBe(0.25);
    expect(valueOf(computed(STAGES.curve, { x: 0 }), 's')).toBe(0.5);
    for (const x of [-10, -1, -0.1, 0.1, 2, 10]) expect(slopeAt(x)).toBeLessThan(0.25);
  });

  test('ask by hand for a half, and for a quarter of what arrives', () => {
    const byHand = computed(STAGES.byHand);
    expect(valueOf(byHand, 's')).toBe(0.5);
    expect(gradientOf(byHand, 'x')).toBe(gradientOf(byHand, 's') / 4);
    expect(gradientOf(byHand, 'x')).toBe(2);
  });

  test('keep the slope of 4.25e-18 at 40, where subtracting would lose it', () => {
    const farOut = computed(STAGES.farOut);
    const s = valueOf(farOut, 's');
    expect(s * (1 - s)).toBe(0);
    expect(relativeDifference(gradientOf(farOut, 'x'), Math.exp(-40))).toBeLessThan(1e-15);
    expect(gradientOf(farOut, 'x').toExponential(2)).toBe('4.25e-18');
    for (const x of [-50, 50]) expect(gradientOf(computed(STAGES.farOut, { x }), 'x')).toBeGreaterThan(0);
  });
});
