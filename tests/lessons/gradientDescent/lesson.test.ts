import { describe, expect, test } from 'vitest';
import { Descent, type Graph } from '../../../src/engine';
import { parseExpression } from '../../../src/expression/parseExpression';
import { STAGES } from '../../../src/lessons/gradientDescent/stages';
import { lesson } from '../../../src/lessons/gradientDescent/lesson';
import type { Stage } from '../../../src/lessons/lesson';
import { DESCENT_DEFAULTS } from '../../../src/store/circuit/descentSettings';
import { golden } from '../../engine/golden';
import { computed, gradientOf, valueOf } from '../computedStage';

const { gradient_descent: stored } = golden.lesson;

/** The descent on a stage, with the page's own threshold. @param x where it starts, if elsewhere */
function descentOn(stage: Stage, change: { readonly x?: number; readonly learningRate?: number } = {}): Descent {
  if (stage.kind !== 'circuit') throw new Error('nothing descends here');
  const { expression, problem } = parseExpression(stage.text);
  if (problem !== undefined) throw new Error(problem.message);
  const value = change.x ?? stage.inputs[0]?.value ?? NaN;
  const graph: Graph = { ...expression.graph, nodes: expression.graph.nodes.map((node) => (node.id === 'x' ? { id: 'x', role: 'parameter', value } : node)) };
  return new Descent(graph, { ...DESCENT_DEFAULTS, learningRate: change.learningRate ?? stage.learningRate ?? NaN });
}

function ended(descent: Descent): { readonly x: number; readonly iterations: number; readonly end: string | undefined } {
  while (descent.step());
  return { x: descent.parameters[0] ?? NaN, iterations: descent.iteration, end: descent.outcome?.kind };
}

function goalOf(step: string, exercise: string): { readonly at: number; readonly within: number } {
  const found = lesson.steps.find(({ id }) => id === step)?.exercises?.[exercise];
  if (found?.kind !== 'goal' || found.goal.reach !== 'descent') throw new Error('no such goal');
  return found.goal;
}

describe('the stages of the lesson on gradient descent', () => {
  test('have the slope 4x³ − 9x² everywhere', () => {
    for (const x of [-2, -1, 0, 0.5, 2.25, 6, 8]) expect(gradientOf(computed(STAGES.slope, { x }), 'x')).toBeCloseTo(4 * x ** 3 - 9 * x ** 2, 9);
  });

  test('descend to where the lesson does, in as many steps, which is the goal', () => {
    const { x, iterations, end } = ended(descentOn(STAGES.descent));
    expect(x.toFixed(6)).toBe('2.249965');
    expect(x).toBeCloseTo(stored.result, 12);
    expect([iterations, end]).toEqual([stored.iterations, 'small step']);
    const { at, within } = goalOf('again', 'arrive');
    expect(Math.abs(x - at)).toBeLessThan(within);
  });

  test('take the lesson’s own first steps', () => {
    const descent = descentOn(STAGES.descent);
    for (const wanted of stored.first_12) {
      expect(descent.parameters[0]).toBeCloseTo(wanted, 12);
      descent.step();
    }
  });

  test('stand at the bottom where the slope is exactly 0, left of which the descent ends', () => {
    expect(valueOf(computed(STAGES.bottom), 'x')).toBe(9 / 4);
    expect(gradientOf(computed(STAGES.bottom), 'x')).toBe(0);
    expect(stored.result).toBeLessThan(9 / 4);
  });

  test('stand on level ground that a descent does not leave, but reaches the minimum from a little to the right', () => {
    expect(ended(descentOn(STAGES.level))).toEqual({ x: 0, iterations: 0, end: 'flat' });
    const { at, within } = goalOf('level-ground', 'out');
    for (const x of [0.05, 0.1, 0.5, 1, 3]) {
      const found = ended(descentOn(STAGES.level, { x }));
      expect(found.end, `from ${x}`).toBe('small step');
      expect(Math.abs(found.x - at), `from ${x}`).toBeLessThan(within);
    }
  });

  test('creep towards 0 from −1 for a thousand iterations without getting past it', () => {
    const { x, iterations } = ended(descentOn(STAGES.level, { x: -1 }));
    expect(iterations).toBe(1000);
    expect(x).toBeLessThan(0);
    expect(x).toBeGreaterThan(-0.02);
  });

  test('run away from farther up at the lesson’s rate, each step to a steeper place, and arrive at smaller ones', () => {
    const slopes = [8, 8 - 0.01 * 1472].map((x) => Math.abs(gradientOf(computed(STAGES.far, { x }), 'x')));
    expect(slopes[1]).toBeGreaterThan(slopes[0] ?? Infinity);
    expect(ended(descentOn(STAGES.far)).end).toBe('not finite');
    const { at, within } = goalOf('and-back', 'arrive');
    for (const learningRate of [0.005, 0.002, 0.001, 0.0005]) {
      const found = ended(descentOn(STAGES.far, { learningRate }));
      expect(found.end, String(learningRate)).toBe('small step');
      expect(Math.abs(found.x - at), String(learningRate)).toBeLessThan(within);
    }
    expect(ended(descentOn(STAGES.far, { learningRate: 0.0001 })).end).toBe('iterations');
  });
});
