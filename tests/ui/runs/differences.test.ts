import { describe, expect, test } from 'vitest';
import type { Change, RunPlan } from '../../../src/training/plan';
import { differencesOf } from '../../../src/ui/runs/compare/differences';

const PLAN: RunPlan = { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true };
const FIRST: Change = { step: 1, learningRate: 0.01, batchSize: 11, order: 'resampled' };

describe('differencesOf', () => {
  test('finds none between a run and itself', () => {
    const run = { plan: PLAN, changes: [FIRST, { ...FIRST, step: 9, batchSize: 1 }], steps: 20 };
    expect(differencesOf(run, run)).toEqual([]);
  });

  test('names what the plans differ in', () => {
    const other: RunPlan = { ...PLAN, activation: 'relu', heldOut: 0.2, seed: 7 };
    const found = differencesOf({ plan: PLAN, changes: [], steps: 0 }, { plan: other, changes: [], steps: 0 });
    expect(found.map(({ setting, here, there }) => [setting, here, there])).toEqual([
      ['activation', 'sigmoid', 'ReLU'],
      ['held out', 'none', '20%'],
      ['split seed', '–', '1'],
      ['seed', '1', '7'],
    ]);
  });

  test('names the step from which on a setting differs, and the one from which on it agrees again', () => {
    const here = { plan: PLAN, changes: [FIRST], steps: 50 };
    const there = { plan: PLAN, changes: [FIRST, { ...FIRST, step: 11, learningRate: 0.05 }, { ...FIRST, step: 31 }], steps: 50 };
    expect(differencesOf(here, there)).toEqual([
      { setting: 'learning rate', from: 11, here: '0.01', there: '0.05' },
      { setting: 'learning rate', from: 31, here: '0.01', there: '0.01' },
    ]);
  });

  test('names the orders of the data as the page does', () => {
    const here = { plan: PLAN, changes: [FIRST], steps: 5 };
    const there = { plan: PLAN, changes: [{ ...FIRST, order: 'shuffled' as const }], steps: 5 };
    expect(differencesOf(here, there)).toEqual([{ setting: 'order of the data', from: 1, here: 'drawn with replacement', there: 'shuffled' }]);
  });

  test('leaves out what only one of the two has come to', () => {
    const here = { plan: PLAN, changes: [FIRST], steps: 10 };
    const there = { plan: PLAN, changes: [FIRST, { ...FIRST, step: 11, learningRate: 0.05 }], steps: 50 };
    expect(differencesOf(here, there)).toEqual([]);
  });
});
