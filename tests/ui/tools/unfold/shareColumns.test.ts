import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareColumns } from '../../../../src/ui/tools/unfold/shareColumns';
import { scrolledTo } from '../../../../src/ui/tools/unfold/scrolledTo';

describe('shareColumns', () => {
  test('gives every matrix a column, and then one each in turn', () => {
    // 500 pixels less 3 × 40 beside the columns: five columns of 70.
    expect(shareColumns(500, [{ columns: 13, aside: 40 }, { columns: 1, aside: 40 }, { columns: 10, aside: 40 }], 70)).toEqual([2, 1, 2]);
    expect(shareColumns(0, [{ columns: 13, aside: 40 }, { columns: 10, aside: 40 }], 70)).toEqual([1, 1]);
  });

  test('never gives more than there is, and leaves no room that a column could take', () => {
    const wanting = fc.record({ columns: fc.integer({ min: 0, max: 30 }), aside: fc.integer({ min: 0, max: 90 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.array(wanting, { minLength: 1, maxLength: 4 }), (room, matrices) => {
        const seen = shareColumns(room, matrices, 70);
        const taken = matrices.reduce((sum, { aside }, index) => sum + aside + 70 * (seen[index] ?? NaN), 0);
        const least = matrices.reduce((sum, { aside, columns }) => sum + aside + (columns > 0 ? 70 : 0), 0);
        expect(taken).toBeLessThanOrEqual(Math.max(room, least));
        matrices.forEach(({ columns }, index) => expect(seen[index]).toBeLessThanOrEqual(columns));
        if (matrices.some(({ columns }, index) => (seen[index] ?? 0) < columns)) expect(room - taken).toBeLessThan(70);
      }),
    );
  });
});

describe('scrolledTo', () => {
  test('stays where a row is seen already, and else goes just as far as it has to', () => {
    // Rows of 24 behind a header of 24 in 144 pixels: five are seen.
    expect(scrolledTo(2 * 24, 24, 0, 144, 24)).toBe(0);
    expect(scrolledTo(9 * 24, 24, 0, 144, 24)).toBe(5 * 24);
    expect(scrolledTo(24, 24, 5 * 24, 144, 24)).toBe(24);
  });
});
