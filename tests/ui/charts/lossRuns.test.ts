import { describe, expect, test } from 'vitest';
import type { RunRecord, RunsState } from '../../../src/store/runs';
import type { Change, RunPlan } from '../../../src/training/plan';
import { emptySeries } from '../../../src/training/runSeries';
import { chartMarks, chartRuns } from '../../../src/ui/charts/lossRuns';

const plan: RunPlan = { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true };

function record(id: number, rest: Partial<RunRecord> = {}): RunRecord {
  const series = emptySeries();
  return { id, name: `Run ${id}`, slot: id - 1, shown: true, plan, changes: [], parent: undefined, series, vitals: [], divergence: undefined, stepsPerEpoch: 46, ...rest };
}

const stateOf = (current: number, ...runs: RunRecord[]): RunsState => ({ runs, current, version: 0 });
const change = (step: number, learningRate: number, batchSize = 11): Change => ({ step, learningRate, batchSize, order: 'resampled' });

/** From which step on each run draws its own line, by id. */
function shared(state: RunsState): Record<number, number> {
  return Object.fromEntries(chartRuns(state).map(({ id, sharedUntil }) => [id, sharedUntil ?? 0]));
}

describe('chartRuns', () => {
  test('are those that are shown, and in any case the one at the front', () => {
    const state = stateOf(2, record(1), record(2, { shown: false }), record(3, { shown: false }));
    expect(chartRuns(state).map(({ id, front }) => [id, front])).toEqual([[1, false], [2, true]]);
  });

  test('name the step at which one diverged from 1', () => {
    const divergence = { step: 180, found: { node: 'C', part: 'value', cell: 0, number: Infinity } } as const;
    expect(chartRuns(stateOf(1, record(1, { divergence })))[0]?.divergedAt).toBe(181);
  });

  test('draw a past that is shared once: by the run at the front', () => {
    const parent = { id: 1, step: 100 };
    expect(shared(stateOf(2, record(1), record(2, { parent })))).toEqual({ 1: 100, 2: 0 });
    expect(shared(stateOf(1, record(1), record(2, { parent })))).toEqual({ 1: 0, 2: 100 });
  });

  test('know what branches of branches share', () => {
    const runs = [record(1), record(2, { parent: { id: 1, step: 100 } }), record(3, { parent: { id: 2, step: 250 } })];
    expect(shared(stateOf(1, ...runs))).toEqual({ 1: 0, 2: 100, 3: 250 });
    expect(shared(stateOf(3, ...runs))).toEqual({ 1: 100, 2: 250, 3: 0 });
    // A branch from before its parent left its own parent shares only that.
    const early = [record(1), record(2, { parent: { id: 1, step: 100 } }), record(3, { parent: { id: 2, step: 40 } })];
    expect(shared(stateOf(3, ...early))).toEqual({ 1: 40, 2: 100, 3: 0 });
  });

  test('draw what two branches share even though their parent is hidden', () => {
    const runs = [record(1, { shown: false }), record(2, { parent: { id: 1, step: 100 } }), record(3, { parent: { id: 1, step: 60 } }), record(4)];
    expect(shared(stateOf(4, ...runs))).toEqual({ 2: 0, 3: 60, 4: 0 });
  });
});

describe('chartMarks', () => {
  test('say what was changed from step to step, but not what a run began with', () => {
    const state = stateOf(1, record(1, { changes: [change(1, 0.01), change(500, 0.003), change(800, 0.003, 22)] }));
    expect(chartMarks(state)).toEqual([
      { step: 500, kind: 'change', words: 'learning rate 0.003', short: 'rate 0.003' },
      { step: 800, kind: 'change', words: 'batch size 22', short: 'batch 22' },
    ]);
  });

  test('tell where branches leave, and where the run at the front has come from', () => {
    const runs = [record(1), record(2, { parent: { id: 1, step: 300 } }), record(3, { parent: { id: 2, step: 900 } })];
    expect(chartMarks(stateOf(2, ...runs))).toEqual([
      { step: 300, kind: 'branch', words: 'branches off from Run 1', short: 'from Run 1' },
      { step: 900, kind: 'branch', words: 'Run 3 branches off here', short: 'Run 3' },
    ]);
    expect(chartMarks(stateOf(3, record(3, { parent: { id: 9, step: 5 } })))).toEqual([{ step: 5, kind: 'branch', words: 'branches off from a run that is gone', short: 'branch' }]);
  });

  test('tell what a branch takes its first own step with that its parent did not', () => {
    const runs = [
      record(1, { changes: [change(1, 0.01), change(500, 0.02)] }),
      record(2, { name: 'a name of twenty letters', parent: { id: 1, step: 300 }, changes: [change(1, 0.01), change(301, 0.003)] }),
      record(3, { parent: { id: 1, step: 310 }, changes: [change(1, 0.01), change(400, 0.1)] }),
    ];
    expect(chartMarks(stateOf(1, ...runs)).filter(({ kind }) => kind === 'branch')).toEqual([
      { step: 300, kind: 'branch', words: 'a name of twenty letters branches off here: learning rate 0.003', short: 'a name of t…' },
      { step: 310, kind: 'branch', words: 'Run 3 branches off here', short: 'Run 3' },
    ]);
    // Seen from the branch, one mark tells of both.
    expect(chartMarks(stateOf(2, ...runs))).toEqual([{ step: 300, kind: 'branch', words: 'branches off from Run 1: learning rate 0.003', short: 'from Run 1' }]);
  });

  test('tell nothing of a run that started anew, or of no run', () => {
    expect(chartMarks(stateOf(1, record(1), record(2, { parent: { id: 1, step: 0 } })))).toEqual([]);
    expect(chartMarks(stateOf(0))).toEqual([]);
  });
});
