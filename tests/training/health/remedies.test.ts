import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/training/health/findings';
import { endLoss, trained, withRemedy, type Training } from './trained';

const SICK: readonly Training[] = [
  { plan: { activation: 'relu' }, settings: { learningRate: 0.5 }, steps: 300 },
  { plan: { activation: 'relu', hidden: 1 }, settings: { learningRate: 0.05 }, steps: 1500 },
  { plan: { activation: 'relu', hidden: 64 }, settings: { learningRate: 0.01 }, steps: 300 },
  { settings: { learningRate: 1 }, steps: 300 },
  { settings: { learningRate: 10 }, steps: 300 },
  { plan: { hidden: 64 }, settings: { learningRate: 0.15 }, steps: 300 },
  { plan: { hidden: 64, activation: 'tanh' }, settings: { learningRate: 0.1 }, steps: 300 },
  { plan: { scaled: false }, steps: 1000 },
  { plan: { scaled: false, activation: 'tanh', hidden: 64 }, steps: 1000 },
  { plan: { scaled: false, activation: 'relu' }, steps: 1000 },
  { plan: { scaled: false, activation: 'relu', hidden: 64 }, steps: 1000 },
  { settings: { learningRate: 0.3 }, steps: 1500 },
  { settings: { learningRate: 0.6, batchSize: 506 }, steps: 150 },
  { settings: { learningRate: 0.35 }, steps: 1500 },
  { later: [{ step: 1000, learningRate: 0.35 }], steps: 2000 },
  { settings: { learningRate: 1e-6 }, steps: 600 },
  { settings: { learningRate: 0.3 }, later: [{ step: 461, learningRate: 1e-4 }], steps: 1400 },
];

describe('the remedy of every finding', () => {
  it.each(SICK)('leads to a branch without that finding and with a lower loss: %j', (training) => {
    for (const seed of [1, 2, 3]) {
      const sick = { ...training, plan: { ...training.plan, seed } };
      const input = trained(sick);
      const findings = findingsOf(input);
      expect(findings).not.toEqual([]);
      for (const { kind, remedy } of findings) {
        if (remedy === undefined) throw new Error(`${kind} has no remedy`);
        const branch = withRemedy(sick, remedy, Math.max(1000, input.losses.lastStep));
        expect(findingsOf(branch).map((finding) => finding.kind)).not.toContain(kind);
        const before = endLoss(input);
        expect(endLoss(branch)).toBeLessThan(Number.isFinite(before) ? before : Infinity);
      }
    }
  }, 60_000);
});

describe('a rate that was lowered after the harm was done', () => {
  it.each<readonly [string, Training, number, number]>([
    ['saturated', { settings: { learningRate: 0.3 }, later: [{ step: 461, learningRate: 1e-4 }], steps: 1400 }, 0.3, 1e-4],
    ['non-finite', { plan: { activation: 'relu' }, settings: { learningRate: 0.5 }, later: [{ step: 4, learningRate: 1e-4 }], steps: 300 }, 0.5, 1e-4],
    ['non-finite', { plan: { activation: 'relu' }, settings: { learningRate: 0.5 }, later: [{ step: 6, learningRate: 1e-4 }], steps: 300 }, 0.5, 1e-4],
  ])('is not blamed for it: the remedy of “%s” is lower than the rate that did it, not than the present one (%j)', (wanted, training, guilty, present) => {
    const finding = findingsOf(trained(training)).find(({ kind }) => kind === wanted);
    const rate = finding?.remedy?.settings?.learningRate;
    expect(rate).toBeLessThan(guilty);
    expect(rate).toBeGreaterThan(present);
    expect(finding?.remedy?.at).toBe(0);
    expect(finding?.cause).not.toContain('learning rate 1e');
    expect(finding?.cause).not.toContain('learning rate 0.0001');
  });
});
