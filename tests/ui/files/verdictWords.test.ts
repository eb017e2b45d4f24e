import { describe, expect, test } from 'vitest';
import { verdictWords } from '../../../src/ui/files/verdictWords';

describe('verdictWords', () => {
  test('say that the parameters are the same, bit for bit', () => {
    expect(verdictWords({ steps: 4600, same: true })).toBe('Replayed 4,600 steps: the same parameters, bit for bit.');
    expect(verdictWords({ steps: 1, same: true })).toBe('Replayed 1 step: the same parameters, bit for bit.');
  });

  test('say that they are not, and what that means', () => {
    expect(verdictWords({ steps: 46, same: false })).toMatch(/^Replayed 46 steps, but the parameters are not the ones that were written down, bit for bit\. Either/);
  });

  test('say that nothing can be compared where nothing was written down', () => {
    expect(verdictWords({ steps: 46, same: undefined })).toBe('Replayed 46 steps. Where they had led is not written down, so there is nothing to compare.');
  });
});
