import { describe, expect, it } from 'vitest';
import { edgeFigure, summarise } from '../../src/scene/summary';

const row = (...cells: number[]) => ({ shape: [cells.length], data: Float64Array.from(cells) });

describe('summarise', () => {
  it('tells norm, mean, population deviation and range', () => {
    expect(summarise(row(3, -4))).toEqual({
      count: 2, norm: 5, mean: -0.5, deviation: 3.5, min: -4, max: 3, firstNonFinite: -1, nanCount: 0, infiniteCount: 0,
    });
  });

  it('leaves cells that are not finite out of all but the norm, and says where the first is', () => {
    expect(summarise(row(1, -Infinity, NaN, 3))).toEqual({
      count: 4, norm: NaN, mean: 2, deviation: 1, min: 1, max: 3, firstNonFinite: 1, nanCount: 1, infiniteCount: 1,
    });
    expect(summarise(row(Infinity))).toMatchObject({ norm: Infinity, mean: NaN, min: NaN, max: NaN, deviation: NaN });
  });
});

describe('summarise of very large and very small cells', () => {
  it('has a finite mean and deviation as long as the cells are finite', () => {
    expect(summarise(row(3e200, -4e200)).deviation / 3.5e200).toBeCloseTo(1, 12);
    const { mean, deviation } = summarise(row(Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE, -Number.MAX_VALUE));
    expect(mean).toBe(0);
    expect(deviation).toBe(Number.MAX_VALUE);
    expect(summarise(row(1.5e308, 1.5e308)).mean / 1.5e308).toBeCloseTo(1, 12);
  });

  it('does not lose a deviation whose squares vanish', () => {
    expect(summarise(row(3e-200, -4e-200)).deviation / 3.5e-200).toBeCloseTo(1, 12);
    expect(summarise(row(7, 7, 7)).deviation).toBe(0);
  });
});

describe('norm of a summary', () => {
  it('neither overflows nor vanishes where squares would', () => {
    expect(summarise(row(3e200, 4e200)).norm).toBeCloseTo(5e200, -190);
    expect(summarise(row(3e-200, 4e-200)).norm / 5e-200).toBeCloseTo(1, 12);
    expect(summarise(row(0, 0, 0)).norm).toBe(0);
  });

  it('is NaN as soon as a cell is, otherwise infinite as soon as one is', () => {
    expect(summarise(row(1, Infinity, NaN)).norm).toBeNaN();
    expect(summarise(row(1, -Infinity, 2)).norm).toBe(Infinity);
  });
});

describe('edgeFigure', () => {
  it('is a single number with its sign, and the norm of anything larger', () => {
    expect(edgeFigure({ shape: [], data: Float64Array.of(-2) })).toBe(-2);
    expect(edgeFigure(row(-2))).toBe(-2);
    expect(edgeFigure(row(-3, 4))).toBe(5);
    expect(edgeFigure(row())).toBe(0);
  });
});
