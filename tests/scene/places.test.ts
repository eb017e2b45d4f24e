import { describe, expect, it } from 'vitest';
import { cellAt, fullPlaceName, offsetOf, placeName, placePhrase } from '../../src/scene/places';

describe('placeName', () => {
  it('counts rows and columns from 1', () => {
    expect(placeName([11, 10], 32)).toBe('row 4, column 3');
    expect(placeName([10], 2)).toBe('cell 3');
    expect(placeName([], 0)).toBe('');
    expect(fullPlaceName('X', [11, 10], 32)).toBe('X, row 4, column 3');
    expect(fullPlaceName('C', [], 0)).toBe('C');
  });

  it('names rows and columns of a matrix where they have names', () => {
    const names = { columns: ['crim', 'zn', 'rm'] };
    expect(placeName([11, 3], 5, names)).toBe('row 2, column rm');
    expect(placeName([3, 10], 12, { rows: names.columns })).toBe('row zn, column 3');
    expect(placeName([3], 1, names)).toBe('cell 2');
    expect(fullPlaceName('X', [11, 3], 5, names)).toBe('X, row 2, column rm');
  });

  it('stands within a sentence by placePhrase', () => {
    expect(placePhrase([11, 10], 32)).toBe('in row 4, column 3');
    expect(placePhrase([10], 2)).toBe('at cell 3');
    expect(placePhrase([1], 0)).toBe('');
  });

  it('goes with cellAt, which offsetOf undoes', () => {
    for (let offset = 0; offset < 24; offset++) expect(offsetOf([2, 3, 4], cellAt([2, 3, 4], offset))).toBe(offset);
  });
});
