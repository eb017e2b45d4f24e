import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shadeOf } from '../../../src/draw/charts/histogramPaint';
import { binWords, fullestBin, HistogramView, notesOf, rangeWords, type HistogramMapData } from '../../../src/draw/charts/histogramView';

const BINS = 8;

function mapOf(steps: readonly number[], change: Partial<HistogramMapData['histogram']> = {}): HistogramMapData {
  const columns = steps.length;
  return {
    histogram: {
      node: 'W1',
      part: 'value',
      low: -2,
      high: 2,
      counts: Uint32Array.from({ length: columns * BINS }, (_, index) => index % BINS),
      outside: new Uint32Array(columns),
      nonFinite: new Uint32Array(columns),
      ...change,
    },
    steps: Float64Array.from(steps),
    bins: BINS,
    label: 'value of W₁',
  };
}

const stepLists = fc
  .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 64 })
  .map((steps) => steps.sort((a, b) => a - b));

describe('HistogramView', () => {
  test('fills the plot with its bins, without gaps and without overlaps', () => {
    fc.assert(
      fc.property(stepLists, fc.integer({ min: 200, max: 1400 }), (steps, width) => {
        const view = new HistogramView();
        view.settle(mapOf(steps), width, 300);
        const { left, right, top, bottom } = view.frame;
        expect(view.edgeOf(0)).toBeCloseTo(left, 6);
        expect(view.edgeOf(steps.length)).toBeCloseTo(right, 6);
        for (let column = 0; column < steps.length; column++) {
          const box = view.boxOf({ column, bin: 0 });
          expect(box.width).toBeGreaterThan(0);
          expect(box.x + box.width).toBeCloseTo(view.edgeOf(column + 1), 6);
          expect(box.y + box.height).toBeCloseTo(bottom, 6);
          expect(view.boxOf({ column, bin: BINS - 1 }).y).toBeCloseTo(top, 6);
          expect(view.boxOf({ column, bin: 3 }).y).toBeCloseTo(view.boxOf({ column, bin: 4 }).y + box.height, 6);
        }
      }),
    );
  });

  test('finds the bin under every place, and the nearest one to a place outside', () => {
    fc.assert(
      fc.property(stepLists, fc.nat(), fc.nat(BINS - 1), (steps, seed, bin) => {
        const view = new HistogramView();
        view.settle(mapOf(steps), 900, 300);
        const column = seed % steps.length;
        const { x, y, width, height } = view.boxOf({ column, bin });
        expect(view.binAt(x + width / 2, y + height / 2)).toEqual({ column, bin });
        expect(view.binAt(-50, 5000)).toEqual({ column: 0, bin: 0 });
        expect(view.binAt(5000, -50)).toEqual({ column: steps.length - 1, bin: BINS - 1 });
      }),
    );
  });

  test('puts each step that was looked at into its own column', () => {
    const view = new HistogramView();
    const steps = [1, 101, 201, 301];
    const { xTicks } = view.settle(mapOf(steps), 900, 300);
    const tick = xTicks.find(({ label }) => label === '200');
    if (tick === undefined) throw new Error('there is no tick at 200');
    expect(view.binAt(tick.at, 100).column).toBe(2);
  });
});

describe('the words of a histogram', () => {
  test('name a bin by borders that tell it from its neighbours', () => {
    expect(rangeWords(mapOf([1]), 0)).toBe('−2 … −1.5');
    const narrow = mapOf([1], { low: 1, high: 1.0008 });
    const words = Array.from({ length: BINS }, (_, bin) => rangeWords(narrow, bin));
    expect(new Set(words).size).toBe(BINS);
  });

  test('tell what a bin holds at its step, and what is in no bin', () => {
    const data = mapOf([1, 51], { outside: Uint32Array.of(0, 2), nonFinite: Uint32Array.of(0, 1) });
    expect(binWords(data, { column: 0, bin: 1 })).toBe('before step 1, from −1.5 to −1: 1 cell');
    expect(binWords(data, { column: 1, bin: 5 })).toBe('after step 50, from 0.5 to 1: 5 cells; 2 cells beyond the axis; 1 cell not finite');
    const longer = mapOf([1, 40, 86], { nonFinite: Uint32Array.of(0, 3, 5) });
    expect(notesOf(longer)[0]).toBe('Before step 40 to after step 85, up to 5 cells were not finite (∞ or NaN): there the map is hatched.');
    expect(notesOf(mapOf([1], { nonFinite: Uint32Array.of(2) }))[0]).toContain('Before step 1, up to 2 cells');
    expect(fullestBin(data, 1)).toBe(BINS - 1);
    expect(notesOf(mapOf([1, 51]))).toEqual([]);
    expect(notesOf(data)).toHaveLength(2);
    expect(notesOf(data)[1]).toBe('After step 50, up to 2 cells lay beyond −2 … 2, too far out for the axis: a bar at the top stands for them.');
    expect(notesOf(data)[0]).toBe('After step 50, 1 cell was not finite (∞ or NaN): there the map is hatched.');
  });
});

describe('shadeOf', () => {
  /** The relative luminance of `rgb(r, g, b)`. */
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((channel) => (Number(channel) / 255) ** 2.2);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  test.each([
    ['light', ['#e8f1fc', '#1d6fd8', '#16202e'], -1],
    ['light', ['#fff1ea', '#d9480f', '#16202e'], -1],
    ['dark', ['#14283f', '#5aa5ff', '#eef3f8'], 1],
    ['dark', ['#321f14', '#ff8a4c', '#eef3f8'], 1],
  ])('goes one way in lightness from one cell to the fullest bin, in the %s theme with %j', (_, colours, way) => {
    const shade = shadeOf(colours, 400);
    const steps = Array.from({ length: 50 }, (__, index) => luminance(shade(1 + index * 8)) * way);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(Math.abs(luminance(shade(400)) - luminance(shade(1)))).toBeGreaterThan(0.3);
  });

  test('has a colour for a map whose fullest bin holds one cell', () => {
    expect(luminance(shadeOf(['#e8f1fc', '#1d6fd8', '#16202e'], 1)(1))).toBeLessThan(0.1);
  });
});
