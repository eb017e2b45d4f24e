import { describe, expect, test } from 'vitest';
import { headsOf } from '../../../../src/ui/tools/unfold/headsOf';

const FEATURES = ['rm', 'lstat'];
const NAMES = new Map([['X', { columns: FEATURES }], ['W1', { rows: FEATURES }]]);
const INPUTS = ['X', 'W1', 'b1'];

describe('headsOf', () => {
  test('names the axis of an input, and the other one where it is transposed', () => {
    expect(headsOf({ of: 0, transposed: false }, INPUTS, NAMES)).toEqual({ columns: FEATURES });
    expect(headsOf({ of: 0, transposed: true }, INPUTS, NAMES)).toEqual({ rows: FEATURES });
    expect(headsOf({ of: 1, transposed: false }, INPUTS, NAMES)).toEqual({ rows: FEATURES });
    expect(headsOf({ of: 1, transposed: true }, INPUTS, NAMES)).toEqual({ columns: FEATURES });
  });

  test('names nothing of what has no names', () => {
    expect(headsOf({ of: 2, transposed: false }, INPUTS, NAMES)).toEqual({});
    expect(headsOf({ of: 'value', transposed: false }, INPUTS, NAMES)).toEqual({});
    expect(headsOf({ of: 0, transposed: false }, INPUTS, new Map())).toEqual({});
  });
});
