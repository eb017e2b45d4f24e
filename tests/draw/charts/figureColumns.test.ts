import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedOnPoint } from '../../../src/draw/charts/figureColumns';
import { formatNumber } from '../../../src/scene/format';

describe('alignedOnPoint', () => {
  test('puts the points of figures that are flushed right under each other, and changes no figure', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
        const figures = values.map((value) => formatNumber(value));
        const aligned = alignedOnPoint(figures);
        expect(aligned.map((figure) => figure.replaceAll('\u00a0', ''))).toEqual(figures);
        const places = aligned.map((figure) => figure.length - figure.search(/[.e]|\u00a0|$/));
        expect(new Set(places).size).toBe(1);
      }),
    );
  });

  test('leaves whole numbers, and a dash among them, as they are', () => {
    expect(alignedOnPoint(['12', '–', '7'])).toEqual(['12', '–', '7']);
    expect(alignedOnPoint([])).toEqual([]);
  });
});
