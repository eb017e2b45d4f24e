import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LossTimeAxis } from '../../../src/draw/charts/lossTimeAxis';
import { CHARACTER } from '../../../src/draw/parts/lettering';
import { LossSeries } from '../../../src/training/lossSeries';

/** 400 steps: two epochs of 100, then four of 50. */
function run(): { series: LossSeries; stepsPerEpoch: number } {
  const series = new LossSeries();
  series.append(new Float64Array(400).fill(1), 1);
  [100, 200, 250, 300, 350, 400].forEach((end, index) => series.appendEpoch(index + 1, 1, end));
  return { series, stepsPerEpoch: 50 };
}

describe('LossTimeAxis', () => {
  test('goes from steps to shares and back, on either scale and in either unit', () => {
    for (const unit of ['steps', 'epochs'] as const) {
      for (const scale of ['linear', 'log'] as const) {
        const axis = new LossTimeAxis(unit, scale, unit === 'steps' ? [1, 400] : [0.01, 6]);
        for (const step of [1, 2, 57, 100, 101, 250, 400]) expect(axis.stepAt(axis.shareOf(step, run()), run())).toBeCloseTo(step, 8);
        expect(axis.shareOf(400, run())).toBeCloseTo(1, 12);
      }
    }
  });

  test('gives every decade the same length on a logarithmic scale', () => {
    const axis = new LossTimeAxis('steps', 'log', [1, 1000]);
    expect([1, 10, 100, 1000].map(axis.share)).toEqual([0, 1 / 3, 2 / 3, 1].map((share) => expect.closeTo(share, 12) as number));
    expect(axis.share(0)).toBe(0);
  });

  test('labels a logarithmic axis with powers of ten and, where there is room, with 2 and 5 times them, and a short one with round numbers', () => {
    const labels = (unit: 'steps' | 'epochs', domain: readonly [number, number], length: number): string[] =>
      new LossTimeAxis(unit, 'log', domain).ticks(length).map(({ label }) => label);
    expect(labels('steps', [1, 10_000], 230)).toEqual(['1', '10', '100', '1,000', '10,000']);
    expect(labels('steps', [1, 10_000], 400)).toEqual(expect.arrayContaining(['1', '2', '5', '10', '100', '1,000', '10,000']));
    expect(labels('epochs', [0.02, 10], 380)).toEqual(['0.02', '0.05', '0.1', '0.2', '0.5', '1', '2', '5', '10']);
    expect(new LossTimeAxis('steps', 'log', [200, 400]).ticks(400).map(({ label }) => label)).toContain('300');
  });

  test('has ticks within its ends whose labels never touch, however closely it is looked at', () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 4, max: 100_000 }));
    fc.assert(
      fc.property(ends, fc.constantFrom('linear' as const, 'log' as const), fc.constantFrom('steps' as const, 'epochs' as const), fc.integer({ min: 200, max: 900 }), ([from, span], scale, unit, length) => {
        const domain = unit === 'steps' ? ([from, from + span] as const) : ([from / 100, (from + span) / 100] as const);
        const ticks = new LossTimeAxis(unit, scale, domain).ticks(length);
        expect(ticks.length).toBeGreaterThan(0);
        ticks.forEach(({ share, label }, index) => {
          expect(share).toBeGreaterThanOrEqual(-1e-9);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
          const before = ticks[index - 1];
          if (before !== undefined) expect((share - before.share) * length).toBeGreaterThan(((label.length + before.label.length) * CHARACTER) / 2);
        });
      }),
    );
  });
});
