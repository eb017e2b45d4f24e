import { describe, expect, test } from 'vitest';
import { STAGES } from '../../../src/lessons/linear/stages';
import { asTensor, golden } from '../../engine/golden';
import { computed, gradientOf, gradientRowsOf, rowsOf, times, transposed, valueOf } from '../computedStage';
import { lesson } from '../../../src/lessons/linear/lesson';
import { ambiguousSlips } from '../slips';

describe('the stages of the lesson on Linear', () => {
  const { dot_2x2: dot, linear } = golden.lesson;

  test('give the golden product, and the golden layer with its bias', () => {
    expect(computed(STAGES.product).value('P')).toEqual(asTensor(dot['value'] ?? NaN));
    expect(computed(STAGES.layer).value('l')).toEqual(asTensor(linear['value'] ?? NaN));
  });

  test('begin with the neuron that is the layer’s first cell', () => {
    const layer = computed(STAGES.layer);
    const neuron = computed(STAGES.neuron);
    const [[x1, x2] = []] = rowsOf(layer, 'X');
    const [[w1] = [], [w2] = []] = rowsOf(layer, 'W');
    expect(['x1', 'x2', 'w1', 'w2'].map((input) => valueOf(neuron, input))).toEqual([x1, x2, w1, w2]);
    expect(valueOf(neuron, 'y')).toBe(rowsOf(layer, 'l')[0]?.[0]);
  });

  test('give the neuron’s inputs their weights as gradients, its weights their inputs, and its bias 1', () => {
    const neuron = computed(STAGES.neuron);
    expect([gradientOf(neuron, 'w1'), gradientOf(neuron, 'w2')]).toEqual([valueOf(neuron, 'x1'), valueOf(neuron, 'x2')]);
    expect([gradientOf(neuron, 'x1'), gradientOf(neuron, 'x2')]).toEqual([valueOf(neuron, 'w1'), valueOf(neuron, 'w2')]);
    expect(gradientOf(neuron, 'b')).toBe(1);
  });

  test('let the bias alone bring the neuron to 0, within its slider', () => {
    const { inputs } = STAGES.neuron;
    const slider = inputs.find(({ name }) => name === 'b');
    const neuron = computed(STAGES.neuron);
    const needed = valueOf(neuron, 'b') - valueOf(neuron, 'y');
    expect(needed).toBeGreaterThan(slider?.min ?? Infinity);
    expect(valueOf(computed(STAGES.neuron, { b: needed }), 'y')).toBe(0);
  });

  test.each(['layer', 'byHand', 'shapes'] as const)('give %s the gradients XᵀG, GWᵀ and the column sums of G, for a G of ones', (name) => {
    const program = computed(STAGES[name]);
    const [x, w, l] = [rowsOf(program, 'X'), rowsOf(program, 'W'), rowsOf(program, 'l')];
    const ones = l.map((row) => row.map(() => 1));
    expect(gradientRowsOf(program, 'l')).toEqual(ones);
    expect(gradientRowsOf(program, 'W')).toEqual(times(transposed(x), ones));
    expect(gradientRowsOf(program, 'X')).toEqual(times(ones, transposed(w)));
    expect(gradientRowsOf(program, 'b')).toEqual([(l[0] ?? []).map(() => l.length)]);
  });

  test.each(['layer', 'byHand'] as const)('make it tell on %s whether X and W were transposed', (name) => {
    const program = computed(STAGES[name]);
    const ones = rowsOf(program, 'l').map((row) => row.map(() => 1));
    const [forgottenX, forgottenW] = [times(rowsOf(program, 'X'), ones), times(ones, rowsOf(program, 'W'))];
    for (const [node, forgotten] of [['W', forgottenX], ['X', forgottenW]] as const) {
      gradientRowsOf(program, node).forEach((row, i) => row.forEach((right, j) => expect(forgotten[i]?.[j], `${node} ${i} ${j}`).not.toBe(right)));
    }
  });

  test('ask for cells by hand that no mix-up of rows and columns reaches', () => {
    const program = computed(STAGES.byHand);
    const [x, w] = [rowsOf(program, 'X'), rowsOf(program, 'W')];
    const asked = rowsOf(program, 'l')[0]?.[1];
    expect(asked).toBe(13);
    const [b1 = NaN, b2 = NaN] = rowsOf(program, 'b')[0] ?? [];
    const product = times(x, w);
    const mistaken = [...times(w, x).flat(), ...times(x, transposed(w)).flat()].map((cell) => cell + b2);
    for (const wrong of [...mistaken, product[0]?.[1], (product[0]?.[1] ?? NaN) + b1, rowsOf(program, 'l')[1]?.[0]]) expect(wrong).not.toBe(asked);
    expect(gradientRowsOf(program, 'W')[1]?.[0]).toBe(7);
    expect(gradientRowsOf(program, 'X')[0]?.[1]).toBe(10);
  });

  test('have three different lengths where shapes are asked for', () => {
    const program = computed(STAGES.shapes);
    expect(program.view('l').shape).toEqual([4, 2]);
    expect([program.view('X').shape, program.view('W').shape, program.view('b').shape]).toEqual([[4, 3], [3, 2], [2]]);
  });

  test.each([['by-hand', 'upperRight'], ['transposed', 'weight'], ['transposed', 'input']])('ask in %s for %s, which every usual mistake misses in its own way', (step, key) => {
    expect(ambiguousSlips(lesson, step, key)).toEqual([]);
  });
});
