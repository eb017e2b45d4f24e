import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochMarkers, epochPath, strokePath, type EpochLine } from '../../../src/draw/charts/lossPaths';
import { PixelColumns } from '../../../src/draw/charts/pixelColumns';
import { StepSeries } from '../../../src/training/stepSeries';

const identity = (value: number): number => value;

/** Epochs that end so many pixels apart, with these numbers. */
function lineOf(values: readonly number[], spacing: number): EpochLine {
  return { from: 0, to: values.length, value: (index) => values[index] ?? NaN, x: (index) => (index + 1) * spacing };
}

describe('epochPath', () => {
  test('joins the numbers at the ends of their epochs, and breaks where one is not known', () => {
    expect(epochPath(lineOf([9, 5, NaN, 4], 10), identity)).toBe('M10 9L20 5M40 4');
  });

  test('keeps both extremes where epochs share a pixel', () => {
    expect(epochPath({ ...lineOf([9, 5, NaN, 4], 10), x: (index) => (index < 2 ? 1 : 40) }, identity)).toBe('M1 9L1 5M40 4');
  });

  test('begins and ends where it is told to', () => {
    expect(epochPath({ ...lineOf([9, 8, 7, 6], 10), from: 1, to: 3 }, identity)).toBe('M20 8L30 7');
  });
});

describe('epochMarkers', () => {
  const middles = (path: string): number[] => [...path.matchAll(/M(-?[\d.]+) /g)].map(([, x]) => Number(x) + 2);

  test('marks every epoch where there is room', () => {
    expect(middles(epochMarkers(lineOf([9, 5, 7], 30), identity, 2))).toEqual([30, 60, 90]);
  });

  test('keeps markers apart, and where they are while more epochs come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.double({ min: 0.05, max: 40, noNaN: true }), (epochs, spacing) => {
        const values = new Array<number>(epochs).fill(1);
        const [now, later] = [values, [...values, 1]].map((each) => middles(epochMarkers(lineOf(each, spacing), identity, 2)));
        for (let index = 1; index < (now ?? []).length; index++) {
          expect((now?.[index] ?? 0) - (now?.[index - 1] ?? 0)).toBeGreaterThanOrEqual(10.8);
        }
        expect(later?.slice(0, now?.length)).toEqual(now);
      }),
    );
  });

  test('leaves out epochs whose number is not known', () => {
    expect(middles(epochMarkers(lineOf([9, NaN, 7], 30), identity, 2))).toEqual([30, 90]);
    expect(epochMarkers(lineOf([], 30), identity, 2)).toBe('');
  });
});

describe('strokePath', () => {
  const columnsOf = (values: readonly number[], width: number): PixelColumns => {
    const series = new StepSeries(64);
    series.append(values, 1);
    const columns = new PixelColumns();
    columns.fill(series, width, (column) => 0.5 + (column * values.length) / width);
    return columns;
  };

  test('is a line where every column holds one number, and a dot where one stands alone', () => {
    expect(strokePath(columnsOf([1, 2, NaN, 3], 4), identity, identity)).toBe('M1 1h0L2 2M4 3h0');
  });

  test('goes through both extremes of a column', () => {
    expect(strokePath(columnsOf([1, 5, 2, 6], 2), identity, identity)).toBe('M1.5 5L1.5 1L3.5 6L3.5 2');
  });
});
