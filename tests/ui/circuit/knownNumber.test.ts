import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../src/scene/figure';
import { formatInColumn, formatLong, formatShort } from '../../../src/ui/circuit/knownNumber';

describe('formatShort', () => {
  it('shows four digits, formatLong all of them, formatInColumn no trailing zeros', () => {
    expect([formatShort(1 / 3), formatLong(1 / 3), formatInColumn(1 / 3)]).toEqual(['0.3333', '0.3333333333333333', '0.3333']);
    // A central difference of −4 is never exactly that.
    expect([formatShort(-3.9999999999), formatInColumn(-3.9999999999)]).toEqual(['−4.000', '−4']);
  });

  it('knows nothing of what is not finite, and neither do the others', () => {
    for (const format of [formatShort, formatLong, formatInColumn]) {
      expect([NaN, Infinity, -Infinity].map(format)).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    }
  });
});
