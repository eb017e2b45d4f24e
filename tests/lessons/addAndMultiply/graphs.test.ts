import { describe, expect, test } from 'vitest';
import { both, product, sum } from '../../../src/lessons/addAndMultiply/graphs';
import { lesson } from '../../../src/lessons/addAndMultiply/lesson';
import { golden } from '../../engine/golden';
import { computed, gradientOf, valueOf } from '../computedStage';

const inputs = ['x', 'y', 'z'] as const;

describe('sum', () => {
  test('is 4 + 5 + 10 = 19, and hands its gradient on to all', () => {
    const program = computed({ kind: 'graph', graph: sum });
    expect(inputs.map((id) => valueOf(program, id))).toEqual([4, 5, 10]);
    expect(valueOf(program, 'f')).toBe(19);
    expect(inputs.map((id) => gradientOf(program, id))).toEqual([1, 1, 1]);
  });
});

describe('product', () => {
  test('is 4 · 5 · 10 = 200, and hands each the product of the others', () => {
    const program = computed({ kind: 'graph', graph: product });
    expect(valueOf(program, 'f')).toBe(200);
    expect(inputs.map((id) => gradientOf(program, id))).toEqual([50, 40, 20]);
  });
});

describe('both graphs', () => {
  test('agree with the golden figures', () => {
    for (const [graph, { inputs: values, value, grads }] of [[sum, golden.lesson.add_4_5_10], [product, golden.lesson.mul_4_5_10]] as const) {
      const program = computed({ kind: 'graph', graph });
      expect(inputs.map((id) => valueOf(program, id))).toEqual(values);
      expect(valueOf(program, 'f')).toBe(value);
      expect(inputs.map((id) => gradientOf(program, id))).toEqual(grads);
    }
  });
});

describe('the stage with sliders', () => {
  const { sliders } = lesson.stages;
  if (sliders?.kind !== 'circuit') throw new Error('there is no stage with sliders');

  test('begins as the product does', () => {
    expect(valueOf(computed(sliders), 'f')).toBe(200);
  });

  test('leaves a gradient to x alone once x is 0', () => {
    const program = computed(sliders, { x: 0 });
    expect(valueOf(program, 'f')).toBe(0);
    expect(inputs.map((id) => gradientOf(program, id))).toEqual([50, 0, 0]);
  });

  test('lets every input be brought to 0', () => {
    for (const { min = NaN, max = NaN } of sliders.inputs) expect(min < 0 && max > 0).toBe(true);
  });
});

describe('both', () => {
  test('is 3 · (−2) · 7 + 7 = −35, with the gradients −14, 21 and −6 + 1', () => {
    const program = computed({ kind: 'graph', graph: both });
    expect(valueOf(program, 'h')).toBe(-35);
    expect(['a', 'b', 'c', 'g'].map((id) => gradientOf(program, id))).toEqual([-14, 21, -5, 1]);
  });
});
