import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/store/runs';
import type { RunPlan } from '../../../src/training/plan';
import { emptySeries } from '../../../src/training/runSeries';
import { apartFrom, pairOf } from '../../../src/ui/runs/compare/pair';

const plan: RunPlan = { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true };

function record(id: number, rest: Partial<RunRecord> = {}): RunRecord {
  const series = emptySeries();
  return { id, name: `Run ${id}`, slot: (id - 1) % 8, shown: true, plan, changes: [], parent: undefined, series, vitals: [], divergence: undefined, stepsPerEpoch: 46, ...rest };
}

const ids = (...given: Parameters<typeof pairOf>): (number | undefined)[] => pairOf(...given).map((run) => run?.id);

describe('pairOf', () => {
  test('takes the run at the front, and its parent or the last other one that is drawn', () => {
    const runs = [record(1), record(2), record(3, { shown: false })];
    expect(ids(runs, 1, [undefined, undefined])).toEqual([1, 2]);
    expect(ids(runs, 2, [undefined, undefined])).toEqual([2, 1]);
    expect(ids([...runs, record(4, { parent: { id: 1, step: 9 } })], 4, [undefined, undefined])).toEqual([4, 1]);
    expect(ids([record(1), record(2, { shown: false })], 1, [undefined, undefined])).toEqual([1, 2]);
  });

  test('takes what was chosen as long as it is there, and never one run twice', () => {
    const runs = [record(1), record(2), record(3)];
    expect(ids(runs, 1, [3, 2])).toEqual([3, 2]);
    expect(ids(runs, 1, [9, 2])).toEqual([1, 2]);
    expect(ids(runs, 1, [2, 2])).toEqual([2, 3]);
    expect(ids([record(1)], 1, [undefined, undefined])).toEqual([1, undefined]);
    expect(ids([], 1, [1, 2])).toEqual([undefined, undefined]);
  });
});

describe('apartFrom', () => {
  test('gives the second another look only where both have the same', () => {
    expect(apartFrom(record(1), record(9))?.slot).toBe(1);
    expect(apartFrom(record(8), record(16))?.slot).toBe(0);
    const second = record(2);
    expect(apartFrom(record(1), second)).toBe(second);
    expect(apartFrom(record(1), undefined)).toBeUndefined();
  });
});
