import { describe, expect, test } from 'vitest';
import { STAGES } from '../../../src/lessons/chainRule/stages';
import type { Stage } from '../../../src/lessons/lesson';
import { relativeDifference } from '../../engine/closeness';
import { golden } from '../../engine/golden';
import { computed, gradientOf, valueOf } from '../computedStage';
import { lesson } from '../../../src/lessons/chainRule/lesson';
import { ambiguousSlips } from '../slips';

/** The slope of the result by a central difference, at a step that single numbers of this size allow. */
function nudged(stage: Stage, input: string): number {
  const at = valueOf(computed(stage), input);
  const moved = (by: number): number => {
    const program = computed(stage, { [input]: at + by });
    return valueOf(program, program.graph.output);
  };
  return (moved(1e-5) - moved(-1e-5)) / 2e-5;
}

describe('the stages of the lesson on the chain rule', () => {
  test('give the golden values and gradients of (x + y) z', () => {
    const { inputs, q, f, grads } = golden.lesson.f_xplusy_z;
    const chain = computed(STAGES.chain);
    for (const [input, value] of Object.entries(inputs)) expect(valueOf(chain, input)).toBe(value);
    expect([valueOf(chain, 'q'), valueOf(chain, 'f')]).toEqual([q, f]);
    for (const [node, gradient] of Object.entries(grads)) expect(gradientOf(chain, node), node).toBe(gradient);
  });

  test('give the golden values and gradients of the neuron, operation by operation', () => {
    const { inputs, values, grads } = golden.lesson.cs231n_neuron;
    const neuron = computed(STAGES.neuron);
    const names = { w0x0: 'v1', w1x1: 'v2', sum1: 'v3', sum2: 'l', neg: 'n', exp: 'u', inc: 'p', out: 'f' } as const;
    for (const [input, value] of Object.entries(inputs)) expect(valueOf(neuron, input), input).toBe(value);
    for (const [name, node] of Object.entries(names)) expect(relativeDifference(valueOf(neuron, node), values[name] ?? NaN), name).toBeLessThan(1e-15);
    for (const [name, gradient] of Object.entries(grads)) {
      const node = name in names ? names[name as keyof typeof names] : name;
      expect(relativeDifference(gradientOf(neuron, node), gradient), name).toBeLessThan(1e-15);
    }
  });

  test('agree at the neuron with the slope of the sigmoid', () => {
    const neuron = computed(STAGES.neuron);
    const f = valueOf(neuron, 'f');
    expect(relativeDifference(gradientOf(neuron, 'l'), f * (1 - f))).toBeLessThan(1e-15);
    expect(valueOf(computed(STAGES.neuron, { w1: -4 }), 'f')).toBeGreaterThan(f);
  });

  test('add up two different flows at x, as 2x + y says', () => {
    const shared = computed(STAGES.shared);
    const [x, y] = [valueOf(shared, 'x'), valueOf(shared, 'y')];
    expect(gradientOf(shared, 'x')).toBe(2 * x + y);
    const [throughQ, directly] = [gradientOf(shared, 'q'), valueOf(shared, 'q')];
    expect(throughQ + directly).toBe(gradientOf(shared, 'x'));
    expect(new Set([throughQ, directly, throughQ + directly]).size).toBe(3);
  });

  test('ask by hand for numbers that no single path gives', () => {
    const byHand = computed(STAGES.byHand);
    expect([gradientOf(byHand, 'q'), gradientOf(byHand, 'y')]).toEqual([4, -4]);
    const both = computed(STAGES.sharedByHand);
    const answer = gradientOf(both, 'x');
    expect(answer).toBe(valueOf(both, 'y') - 1);
    for (const wrong of [valueOf(both, 'y'), valueOf(both, 'y') + 1, -1, 1, valueOf(both, 'x')]) expect(wrong).not.toBe(answer);
  });

  test.each(Object.entries(STAGES))('agree on %s with what a nudge of each input does', (_, stage) => {
    const program = computed(stage);
    for (const { name } of stage.inputs) expect(Math.abs(gradientOf(program, name) - nudged(stage, name)), name).toBeLessThan(1e-8);
  });

  test.each([['by-hand', 'middle'], ['add-by-hand', 'both'], ['weights', 'weight']])('ask in %s for %s, which every usual mistake misses in its own way', (step, key) => {
    expect(ambiguousSlips(lesson, step, key)).toEqual([]);
  });
});
