import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PixelColumns } from '../../../src/draw/charts/pixelColumns';
import { bandPath } from '../../../src/draw/charts/lossPaths';
import { LossSeries } from '../../../src/training/lossSeries';

function seriesOf(losses: readonly number[], capacity = 100_000): LossSeries {
  const series = new LossSeries(capacity);
  series.append(losses, 1);
  return series;
}

const identity = (value: number): number => value;

test('PixelColumns.fill finds the extremes of every pixel column, by comparison with a plain search', () => {
  const losses = fc.array(fc.oneof(fc.double({ noNaN: true, min: 0, max: 1e6 }), fc.constant(NaN)), { minLength: 1, maxLength: 700 });
  fc.assert(
    fc.property(losses, fc.integer({ min: 1, max: 120 }), (values, width) => {
      const series = seriesOf(values, 320);
      const end = series.lastStep;
      const columns = new PixelColumns();
      const stepAt = (column: number): number => (column * end) / width;
      columns.fill(series, width, stepAt);
      const plain: { low: number; high: number }[] = [];
      for (let column = 0; column < width; column++) {
        const inside: number[] = [];
        for (let step = series.firstStep; step <= end; step++) {
          const isLast = column === width - 1;
          if (step >= stepAt(column) && (step < stepAt(column + 1) || (isLast && step <= stepAt(width)))) inside.push(series.at(step));
        }
        const finite = inside.filter(Number.isFinite);
        if (inside.length > 0) {
          plain.push(finite.length === 0 ? { low: NaN, high: NaN } : { low: Math.min(...finite), high: Math.max(...finite) });
        }
      }
      const found = Array.from({ length: columns.count }, (_, at) => ({ low: columns.low[at], high: columns.high[at] }));
      expect(found).toEqual(plain);
    }),
  );
});

test('PixelColumns.fill never loses a spike: one step in a hundred thousand', () => {
  for (const spike of [1, 31_999, 32_000, 77_777, 100_000]) {
    const series = seriesOf(Array.from({ length: 100_000 }, (_, index) => (index + 1 === spike ? 99 : 1)));
    const columns = new PixelColumns();
    columns.fill(series, 430, (column) => (column * 100_000) / 430);
    expect(Math.max(...columns.high.subarray(0, columns.count))).toBe(99);
    expect(columns.count).toBe(430);
  }
});

test('PixelColumns.fill puts each of a few steps at its own place', () => {
  const columns = new PixelColumns();
  columns.fill(seriesOf([4, 5, 6]), 100, (column) => (column * 10) / 100);
  expect([...columns.step.subarray(0, columns.count)]).toEqual([1, 2, 3]);
});

test('bandPath is a line where every column holds one loss, and broken where none is finite', () => {
  const columns = new PixelColumns();
  columns.fill(seriesOf([1, 2, NaN, 3]), 100, (column) => column / 20);
  expect(bandPath(columns, identity, identity)).toBe('M1 1L2 2M4 3h0');
});

test('bandPath goes along the greatest losses and back along the least', () => {
  const columns = new PixelColumns();
  columns.fill(seriesOf([1, 5, 2, 6]), 2, (column) => 0.5 + 2 * column);
  expect(bandPath(columns, identity, identity)).toBe('M1.5 5L3.5 6L3.5 2L1.5 1Z');
});

test('fillMeans finds the mean of every column, and leaves no spread in it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 400 }), fc.integer({ min: 10, max: 60 }), (values, columns) => {
      const series = new LossSeries();
      series.append(values, 1);
      const means = new PixelColumns();
      const perColumn = values.length / columns;
      means.fillMeans(series, columns, (column) => 1 + column * perColumn);
      let step = 1;
      for (let column = 0; column < means.count; column++) {
        const count = 2 * ((means.step[column] ?? NaN) - step) + 1;
        const own = values.slice(step - 1, step - 1 + count);
        expect(means.low[column]).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 8);
        expect(means.high[column]).toBe(means.low[column]);
        step += count;
      }
      expect(step).toBe(values.length + 1);
    }),
  );
});
