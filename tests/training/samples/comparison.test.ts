import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/training/plan';
import { comparisonOf } from '../../../src/training/samples/comparison';
import { finish, FIRST, FromTheStart, PLAN, trainedTo } from './bruteForce';

const BRANCH: readonly Change[] = [FIRST, { ...FIRST, step: 11, learningRate: 0.02 }];

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.hypot(...Array.from(a, (cell, index) => cell - (b[index] ?? NaN)));
}

describe('comparisonOf', () => {
  const { shares, result } = finish(
    comparisonOf(new FromTheStart(20), new FromTheStart(30, PLAN, BRANCH), { points: 21, step: 15 }),
  );

  test('looks at both before every step up to the first that one has not taken', () => {
    expect([...result.steps]).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('takes few steps at a go, in both runs together', () => {
    const runs = [new FromTheStart(300), new FromTheStart(301, PLAN, BRANCH)] as const;
    expect(finish(comparisonOf(...runs, { points: 3, step: 250 }), ...runs).most).toBeLessThanOrEqual(8);
    // Before the steps 250, 1, 151 and 301, each from the start.
    expect(runs.map(({ taken }) => taken)).toEqual([699, 699]);
  });

  test('measures the distance of all parameters and of each', () => {
    for (const [index, step] of result.steps.entries()) {
      const [here, there] = [trainedTo(step), trainedTo(step, PLAN, BRANCH)];
      expect(result.distances[index]).toBeCloseTo(distance(here.parameters, there.parameters), 12);
      for (const { id, distances } of result.perParameter) {
        expect(distances[index]).toBeCloseTo(distance(here.value(id).data, there.value(id).data), 12);
      }
    }
  });

  test('is 0 as long as a branch shares its past, and not any more after the step that was taken differently', () => {
    expect([...result.distances.subarray(0, 11)]).toEqual(new Array(11).fill(0));
    expect(result.distances[11]).toBeGreaterThan(0);
  });

  test('is 0 at every step for runs that are the same, also where numbers are not finite any more', () => {
    const wild = [{ ...FIRST, learningRate: 10 }];
    const run = new FromTheStart(400, PLAN, wild);
    expect(trainedTo(401, PLAN, wild).parameters.every(Number.isFinite)).toBe(false);
    const { result: same } = finish(comparisonOf(run, new FromTheStart(400, PLAN, wild), { points: 5, step: 1 }));
    expect([...same.distances]).toEqual([0, 0, 0, 0, 0]);
  });

  test('compares the gradients on every edge that has one, at the step asked for', () => {
    const flows = [trainedTo(15), trainedTo(15, PLAN, BRANCH)].map((trainer) =>
      trainer.previewStep().steps.flatMap((step) => (step.kind === 'flow' ? [step] : [])),
    );
    expect(result.step).toBe(15);
    expect(result.edges).toHaveLength(flows[0]?.length ?? NaN);
    result.edges.forEach(({ from, to, port, here, there }, index) => {
      expect(flows[0]?.[index]?.edge).toMatchObject({ from, to, port });
      expect(here).toBeCloseTo(Math.hypot(...(flows[0]?.[index]?.flow.data ?? [])), 12);
      expect(there).toBeCloseTo(Math.hypot(...(flows[1]?.[index]?.flow.data ?? [])), 12);
    });
    expect(result.edges.some(({ here, there }) => here !== there)).toBe(true);
  });

  test('takes the nearest step that both can show', () => {
    const { result: short } = finish(comparisonOf(new FromTheStart(3), new FromTheStart(9, PLAN, BRANCH), { points: 2, step: 100 }));
    expect(short.step).toBe(4);
  });

  test('knows of no distance between layers of different sizes, and of one where sizes agree', () => {
    const wide = { ...PLAN, hidden: 5 };
    const { result: odd } = finish(comparisonOf(new FromTheStart(2), new FromTheStart(2, wide), { points: 2, step: 1 }));
    expect([...odd.distances]).toEqual([NaN, NaN]);
    const bias = odd.perParameter.find(({ id }) => id === 'b2');
    expect(bias?.distances[1]).toBeCloseTo(distance(trainedTo(3).value('b2').data, trainedTo(3, wide).value('b2').data), 12);
    expect(odd.edges.length).toBe(result.edges.length);
  });
});
