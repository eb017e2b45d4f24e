import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, readReckoning, reckoned, type Reckoning } from '../../../src/study/questions/reckoning';
import { writtenReckoning } from '../../../src/study/questions/writtenReckoning';

/** Arithmetic on whole numbers, which are written as they are. */
const { tree } = fc.letrec<{ tree: Reckoning }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: -9, max: 9 }).map(numberOf),
    fc.record({ kind: fc.constantFrom('sum' as const, 'product' as const), of: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('quotient' as const), of: fc.tuple(tie('tree'), tie('tree')) }),
    fc.record({ kind: fc.constant('negative' as const), of: fc.tuple(tie('tree')) }),
  ),
}));

describe('writtenReckoning', () => {
  it.each([
    ['3 * (-4) - 2', '3 × (−4) − 2'],
    ['-3 * (-4)', '−3 × (−4)'],
    ['2 + (-3)', '2 − 3'],
    ['-1 * (-2) + (-3) * (-4) + 5 * (-6)', '−1 × (−2) − 3 × (−4) + 5 × (−6)'],
    ['2 + (-3) / 4', '2 − 3 ÷ 4'],
    ['2 - (-3) * 4', '2 − (−3 × 4)'],
    ['2 + (-3)^2', '2 + (−3) ^ 2'],
    ['2 * (3 + -4)', '2 × (3 − 4)'],
  ])('writes %s by hand', (typed, byHand) => {
    const read = readReckoning(typed);
    expect(read && writtenReckoning(read)).toBe(byHand);
  });

  it('writes what comes to the same when it is read again, and never one sign behind another', () => {
    fc.assert(
      fc.property(tree, (reckoning) => {
        const text = writtenReckoning(reckoning);
        const read = readReckoning(text);
        const [comesTo, came] = [read === undefined ? undefined : reckoned(read), reckoned(reckoning)];
        if (Number.isFinite(came)) expect(comesTo).toBeCloseTo(came, 6);
        expect(text).not.toMatch(/[+−×÷] −/);
      }),
      { numRuns: 500 },
    );
  });
});
