import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/store/runs';
import type { Change } from '../../../src/training/plan';
import { emptySeries } from '../../../src/training/runSeries';
import { courseOf, factsOf, parentWords } from '../../../src/ui/runs/table/runFacts';

const FIRST: Change = { step: 1, learningRate: 0.01, batchSize: 11, order: 'resampled' };

function record(change: Partial<RunRecord> = {}): RunRecord {
  return {
    id: 1,
    name: 'Run 1',
    slot: 0,
    shown: true,
    plan: { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true },
    changes: [FIRST],
    parent: undefined,
    series: emptySeries(),
    vitals: [],
    divergence: undefined,
    stepsPerEpoch: 46,
    ...change,
  };
}

describe('factsOf', () => {
  test('knows nothing of a run that has not begun', () => {
    expect(factsOf(record({ changes: [] }))).toEqual({ steps: 0, epochs: 0, last: undefined, best: undefined, test: undefined, now: undefined });
  });

  test('finds the last epoch, the best one, and the last test loss', () => {
    const run = record();
    const { losses } = run.series;
    losses.append([9, 7, 3, 5, 4], 1);
    losses.appendEpoch(1, 8, 2, 10);
    losses.appendEpoch(2, 4, 4, 6);
    expect(factsOf(run)).toMatchObject({ steps: 5, epochs: 2, last: 4, best: { mean: 4, epoch: 2 }, test: 6 });
    losses.append([50, 60], 6);
    losses.appendEpoch(3, 40, 6, 70);
    expect(factsOf(run)).toMatchObject({ steps: 7, epochs: 3, last: 40, best: { mean: 4, epoch: 2 }, test: 70, now: FIRST });
  });

  test('tells no test loss from one that is not a number any more', () => {
    const without = record();
    without.series.losses.append([1], 1);
    without.series.losses.appendEpoch(1, 1, 1);
    expect(factsOf(without).test).toBeUndefined();
    const lost = record();
    lost.series.losses.append([1, NaN], 1);
    lost.series.losses.appendEpoch(1, 1, 1, 2);
    lost.series.losses.appendEpoch(2, NaN, 2, NaN);
    expect(factsOf(lost)).toMatchObject({ test: NaN, last: NaN, best: { mean: 1, epoch: 1 } });
  });
});

describe('courseOf', () => {
  const rates = (...learningRates: number[]): string =>
    courseOf(
      learningRates.map((learningRate, index) => ({ ...FIRST, step: index + 1, learningRate })),
      ({ learningRate }) => String(learningRate),
    );

  test('is the setting, or from where to where it was changed', () => {
    expect(rates()).toBe('');
    expect(rates(0.01)).toBe('0.01');
    expect(rates(0.01, 0.01)).toBe('0.01');
    expect(rates(0.01, 0.003)).toBe('0.01 → 0.003');
    expect(rates(0.01, 0.1, 0.1, 0.003)).toBe('0.01 → … → 0.003');
  });
});

describe('parentWords', () => {
  test('names the parent as it is called now, and its step', () => {
    const [parent, branch] = [record({ name: 'The lesson' }), record({ id: 2, parent: { id: 1, step: 2000 } })];
    const words = (runs: readonly RunRecord[]) => parentWords(branch, { runs });
    expect(words([parent, branch])).toBe('branch of The lesson at step 2,000');
    expect(words([branch])).toBe('branch of a run that was deleted at step 2,000');
    expect(parentWords(parent, { runs: [parent] })).toBeUndefined();
  });
});
