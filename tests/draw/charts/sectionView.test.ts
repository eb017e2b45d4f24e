import { describe, expect, test } from 'vitest';
import { SectionView, pointWords, sectionSummary, type SectionData } from '../../../src/draw/charts/sectionView';

function dataOf(f: (x: number) => number, at: number, rest: Partial<SectionData> = {}): SectionData {
  const samples = Float64Array.from({ length: 257 }, (_, index) => f(-5 + (10 * index) / 256));
  return { name: 'f', input: 'w₀', from: -5, to: 5, samples, at, value: f(at), slope: 1, path: null, ...rest };
}

describe('SectionView', () => {
  test('always has the present point in sight, also near a pole', () => {
    for (const at of [4, 0.5, 0.02, -0.001]) {
      const view = new SectionView();
      view.settle(dataOf((x) => 1 / x, at), 300, 200);
      expect(view.y(1 / at)).toBeGreaterThanOrEqual(view.frame.top);
      expect(view.y(1 / at)).toBeLessThanOrEqual(view.frame.bottom);
    }
  });

  test('keeps its axis still while the point moves along a tame curve', () => {
    const view = new SectionView();
    const seen = new Set<string>();
    for (let at = -5; at <= 5; at += 0.1) seen.add(JSON.stringify(view.settle(dataOf((x) => x ** 3, at), 300, 200)));
    expect(seen.size).toBe(1);
  });

  test('finds the input at a pixel, inside the range', () => {
    const view = new SectionView();
    view.settle(dataOf(Math.sin, 1), 300, 200);
    for (const input of [-5, -1.25, 3, 5]) expect(view.inputAt(view.x(input))).toBeCloseTo(input, 12);
    expect([view.inputAt(-100), view.inputAt(1e4)]).toEqual([-5, 5]);
  });

  test('has the slope of the curve on the screen', () => {
    const view = new SectionView();
    view.settle(dataOf((x) => 2 * x, 1), 300, 200);
    expect(view.descentOf(2)).toBeCloseTo((view.y(2) - view.y(0)) / (view.x(1) - view.x(0)), 12);
  });

  test('hatches where there is no value, but not a single sample at a pole', () => {
    const view = new SectionView();
    view.settle(dataOf(Math.log, 1), 300, 200);
    expect(view.gaps).toHaveLength(1);
    expect(view.gaps[0]?.x).toBe(view.frame.left);
    view.settle(dataOf((x) => 1 / x, 1), 300, 200);
    expect(view.gaps).toEqual([]);
  });

  test('has something to draw on without any value, on a constant and on the largest numbers', () => {
    for (const f of [() => NaN, () => 5, () => 0, (x: number) => 1e307 * x, (x: number) => 1e-310 * x]) {
      const view = new SectionView();
      const { xTicks, yTicks } = view.settle(dataOf(f, 1), 220, 140);
      expect(yTicks.length).toBeGreaterThan(0);
      expect([...xTicks, ...yTicks].every(({ at }) => Number.isFinite(at))).toBe(true);
    }
  });
});

describe('the words of a section', () => {
  test('tell the point and its slope', () => {
    expect(pointWords(dataOf((x) => 3 * x, 2, { slope: -0.19661 }))).toBe('at w₀ 2: f 6, slope −0.1966');
    expect(pointWords(dataOf(() => NaN, 2, { slope: NaN }))).toBe('at w₀ 2: f has no value');
  });

  test('sum up curve, gaps, point and descent', () => {
    const path = { x: [4, 3], y: [1, 1], count: 2 };
    expect(sectionSummary(dataOf((x) => (x < 0 ? NaN : 2 * x), 1, { path, slope: 2 }))).toBe(
      'f along w₀, from −5 to 5; values from 0 to 10; no value in 50% of the range; at w₀ 1: f 2, slope 2; a descent of 1 iteration',
    );
    expect(sectionSummary(dataOf(() => NaN, 1, { slope: NaN }))).toContain('no value anywhere');
  });
});
