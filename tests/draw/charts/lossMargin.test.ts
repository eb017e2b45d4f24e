import { describe, expect, test } from 'vitest';
import type { ChartRun, LossChartData } from '../../../src/draw/charts/lossData';
import { areNamed, labelLength, labelRoom, shortened } from '../../../src/draw/charts/lossMargin';
import { CHARACTER } from '../../../src/draw/parts/lettering';
import { LossSeries } from '../../../src/training/lossSeries';

function runOf(id: number, name = `Run ${id}`, test = NaN): ChartRun {
  const series = new LossSeries();
  series.append([3, 2, 1], 1);
  series.appendEpoch(1, 2, 3, test);
  return { id, name, slot: id - 1, series, stepsPerEpoch: 3, front: id === 1, divergedAt: null };
}

function dataOf(runs: readonly ChartRun[], zoom: LossChartData['zoom'] = null): LossChartData {
  return { runs, scale: 'linear', xScale: 'linear', axis: 'steps', smoothing: 0, playhead: null, marks: [], zoom };
}

describe('labelRoom', () => {
  test('holds the longest label, but never more than a quarter of the chart', () => {
    const long = runOf(2, 'a name that nobody would ever write beside a curve, but can');
    for (const width of [300, 360, 490, 900]) {
      const room = labelRoom(dataOf([runOf(1, 'Run 1', 4), long]), width);
      expect(room).toBeGreaterThanOrEqual(shortened(long.name, labelLength(width)).length * CHARACTER);
      expect(room).toBeLessThanOrEqual(width / 4);
    }
  });

  test('stays the same while the lines grow', () => {
    const run = runOf(1);
    const before = labelRoom(dataOf([run]), 490);
    run.series.append([1234.5, 12.34], 4);
    expect(labelRoom(dataOf([run]), 490)).toBe(before);
    expect(before).toBeGreaterThan('1.234e5'.length * CHARACTER);
  });

  test('is given back by a closer look that does not reach the ends', () => {
    expect(labelRoom(dataOf([runOf(1)], [1, 2]), 490)).toBe(0);
    expect(labelRoom(dataOf([runOf(1)], [1, 3]), 490)).toBeGreaterThan(0);
    expect(labelRoom(dataOf([]), 490)).toBe(0);
  });
});

describe('areNamed', () => {
  test('is so for two to four runs', () => {
    const named = (count: number): boolean => areNamed(dataOf(Array.from({ length: count }, (_, index) => runOf(index + 1))));
    expect([1, 2, 4, 5].map(named)).toEqual([false, true, true, false]);
  });
});

describe('shortened', () => {
  test('leaves a short name as it is, and ends a long one with an ellipsis', () => {
    expect(shortened('Run 1', 14)).toBe('Run 1');
    expect(shortened('exactly 14 ch.', 14)).toBe('exactly 14 ch.');
    expect(shortened('the lesson, as it is', 14)).toBe('the lesson, a…');
    expect(shortened('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
  });
});
