import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { standardize } from '../../src/datasets/scaling';
import { bostonGolden, bostonText } from './bostonFile';

describe('standardize', () => {
  const { values, mean, deviation } = standardize(parseBoston(bostonText).features, 13);

  test("agrees with NumPy on Boston's means and population deviations, bit for bit", () => {
    expect([...mean]).toEqual(bostonGolden.mean);
    expect([...deviation]).toEqual(bostonGolden.std_population);
  });

  test("agrees with NumPy on Boston's first and last row, bit for bit", () => {
    expect([...values.slice(0, 13)]).toEqual(bostonGolden.z_row0);
    expect([...values.slice(-13)]).toEqual(bostonGolden.z_row505);
  });

  test('has the sum and the sum of squares that NumPy found over all cells', () => {
    const sum = values.reduce((total, cell) => total + cell, 0);
    const squares = values.reduce((total, cell) => total + cell * cell, 0);
    expect(sum).toBeCloseTo(bostonGolden.z_sum, 10);
    expect(Math.abs(squares / bostonGolden.z_sumsq - 1)).toBeLessThan(1e-12);
  });

  test('turns a constant column into zeros, even one whose mean is off by a rounding', () => {
    const tenths = standardize(new Float64Array(506).fill(0.1), 1);
    expect(tenths.values.every((cell) => cell === 0)).toBe(true);
    expect([...tenths.mean, ...tenths.deviation]).toEqual([0.1, 0]);
  });

  test('turns a single row into zeros', () => {
    expect(standardize(Float64Array.of(3, -4), 2)).toEqual({
      values: Float64Array.of(0, 0),
      mean: Float64Array.of(3, -4),
      deviation: Float64Array.of(0, 0),
    });
  });

  test('turns a column into zeros whose differences are too small to be squared', () => {
    expect([...standardize(Float64Array.of(0, 1e-200), 1).values]).toEqual([0, 0]);
  });

  test('accepts no rows at all', () => {
    expect(standardize(new Float64Array(0), 2).values).toHaveLength(0);
  });

  test('leaves the values it is given as they are', () => {
    const given = Float64Array.of(1, 2, 3);
    standardize(given, 1);
    expect([...given]).toEqual([1, 2, 3]);
  });

  test('gives every column of any finite matrix mean 0 and deviation 1, or zeros', () => {
    // Nothing so small that its square loses digits.
    const cell = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }), (rows) => {
        const scaled = standardize(Float64Array.from(rows.flat()), 2);
        for (const column of [0, 1]) {
          const cells = scaled.values.filter((_, place) => place % 2 === column);
          expect(cells.every(Number.isFinite)).toBe(true);
          const squares = cells.reduce((total, value) => total + value * value, 0) / rows.length;
          if (scaled.deviation[column] === 0) expect(squares).toBe(0);
          else expect(squares).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  test('fitted to some rows scales all rows by their mean and deviation alone', () => {
    // 1, 3 and 5, 9: means 2 and 7, deviations 1 and 2; the row between is scaled by them and does not count.
    const { values: scaled, mean: centre, deviation: spread } = standardize(Float64Array.of(1, 5, 10, 1, 3, 9), 2, Int32Array.of(0, 2));
    expect([...centre, ...spread]).toEqual([2, 7, 1, 2]);
    expect([...scaled]).toEqual([-1, -1, 8, -3, 1, 1]);
  });

  test('fitted to all rows is the same as without a fit, bit for bit', () => {
    const boston = parseBoston(bostonText).features;
    expect(standardize(boston, 13, Int32Array.from({ length: 506 }, (_, row) => row))).toEqual({ values, mean, deviation });
  });

  test('fitted to rows over which a column is constant turns it into zeros in all rows', () => {
    expect([...standardize(Float64Array.of(4, 4, 9), 1, Int32Array.of(0, 1)).values]).toEqual([0, 0, 0]);
  });

  test.each([
    [[], 'standardize: a mean needs at least one row to fit'],
    [[0, 3], 'standardize: row 3 is to be fitted, but there are 3 rows, counted from 0'],
    [[-1], 'standardize: row -1 is to be fitted, but there are 3 rows, counted from 0'],
  ])('refuses to be fitted to the rows %j of three', (fit, sentence) => {
    expect(() => standardize(new Float64Array(3), 1, Int32Array.from(fit))).toThrow(new RangeError(sentence));
  });

  test.each([
    [5, 2, 'standardize: 5 values do not fill rows of 2 columns'],
    [4, 0, 'standardize: 4 values do not fill rows of 0 columns'],
    [4, 1.5, 'standardize: 4 values do not fill rows of 1.5 columns'],
  ])('refuses %d values in %d columns', (length, columns, sentence) => {
    expect(() => standardize(new Float64Array(length), columns)).toThrow(new RangeError(sentence));
  });
});
