import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/training/health/finding';
import { isOffered } from '../../../src/ui/health/HealthPanel';
import { healthMarks, nodeMarks } from '../../../src/ui/health/useFindings';

const FINDINGS: readonly Finding[] = [
  { kind: 'unscaled features', step: 1, severity: 'warning', title: 'The features are on very different scales', cause: '', remedy: { label: 'a', plan: { scaled: true }, at: 0 } },
  { kind: 'dead relu', step: 1234, node: 's', severity: 'error', title: 'All units of s are dead', cause: '', remedy: { label: 'a', plan: { scaled: true }, at: 0 } },
  { kind: 'saturated', step: 46, node: 's', severity: 'warning', title: 's is saturated', cause: '', remedy: { label: 'b', at: 0 } },
];

describe('nodeMarks', () => {
  it('gives every node a sentence for all that is wrong with it', () => {
    expect([...nodeMarks(FINDINGS)]).toEqual([['s', 'All units of s are dead, since SGD step 1,234. s is saturated, since SGD step 46.']]);
  });
});

describe('healthMarks', () => {
  it('marks the steps at which something was first to be seen', () => {
    expect(healthMarks(FINDINGS).map(({ step, kind, words }) => `${step} ${kind} ${words}`)).toEqual([
      '1 health The features are on very different scales',
      '1234 health All units of s are dead',
      '46 health s is saturated',
    ]);
  });
});

describe('isOffered', () => {
  it('tells whether an earlier finding has the same remedy', () => {
    const [first, second, third] = FINDINGS;
    expect(isOffered([], first?.remedy)).toBe(false);
    expect(isOffered(FINDINGS.slice(0, 1), second?.remedy)).toBe(true);
    expect(isOffered(FINDINGS.slice(0, 2), third?.remedy)).toBe(false);
  });
});
