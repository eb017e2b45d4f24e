import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBoston } from '../../src/datasets/bostonHousing';
import { prepareExamples, type Table } from '../../src/datasets/examples';
import { standardize } from '../../src/datasets/scaling';
import { bostonText } from './bostonFile';

const boston = parseBoston(bostonText);
const table: Table = { features: boston.features, target: boston.target, featureCount: 13 };

/** The cells of some rows. */
function cellsOf(features: Float64Array, rows: Int32Array, columns: number): number[] {
  return [...rows].flatMap((row) => [...features.subarray(row * columns, (row + 1) * columns)]);
}

describe('prepareExamples', () => {
  test("with nothing held out gives the lesson's own features, bit for bit", () => {
    const { features, target, train, test: tested } = prepareExamples(table, { heldOut: 0, splitSeed: 1, scaled: true });
    expect(features).toEqual(standardize(boston.features, 13).values);
    expect(target).toBe(boston.target);
    expect(train).toHaveLength(506);
    expect(tested).toHaveLength(0);
  });

  test('leaves the features as they are where they are not to be scaled, and holds out the same rows', () => {
    const raw = prepareExamples(table, { heldOut: 0.2, splitSeed: 5, scaled: false });
    const scaled = prepareExamples(table, { heldOut: 0.2, splitSeed: 5, scaled: true });
    expect(raw.features).toBe(boston.features);
    expect(raw.test).toEqual(scaled.test);
    expect(raw.test).toHaveLength(101);
  });

  test('gives the rows to learn from mean 0 and deviation 1 in every column', () => {
    const { features, train } = prepareExamples(table, { heldOut: 0.3, splitSeed: 2, scaled: true });
    for (let column = 0; column < 13; column++) {
      const cells = [...train].map((row) => features[row * 13 + column] ?? NaN);
      expect(cells.reduce((sum, cell) => sum + cell, 0) / cells.length).toBeCloseTo(0, 10);
      expect(cells.reduce((sum, cell) => sum + cell * cell, 0) / cells.length).toBeCloseTo(1, 10);
    }
  });

  test('lets nothing of the held-out rows into the others: whatever they hold, not a bit changes', () => {
    const size = fc.integer({ min: 2, max: 30 });
    const strange = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(size, fc.constantFrom(0.1, 0.2, 0.3, 0.5), fc.integer({ min: 0, max: 9999 }), strange, (rows, heldOut, splitSeed, noise) => {
        const features = Float64Array.from({ length: rows * 2 }, (_, place) => Math.sin(place * 7.3) * (1 + place));
        const preparation = { heldOut, splitSeed, scaled: true };
        const before = prepareExamples({ features, target: new Float64Array(rows), featureCount: 2 }, preparation);
        const changed = features.slice();
        for (const row of before.test) changed.set(noise.slice(row * 2, row * 2 + 2), row * 2);
        const after = prepareExamples({ features: changed, target: new Float64Array(rows), featureCount: 2 }, preparation);
        expect(cellsOf(after.features, after.train, 2)).toEqual(cellsOf(before.features, before.train, 2));
      }),
    );
  });

  test('refuses a table whose rows are not filled', () => {
    const short = { features: new Float64Array(5), target: new Float64Array(3), featureCount: 2 };
    expect(() => prepareExamples(short, { heldOut: 0, splitSeed: 1, scaled: true })).toThrow(
      new RangeError('prepareExamples: 3 rows of 2 features need 6 numbers, but there are 5'),
    );
  });
});
