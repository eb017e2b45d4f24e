import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/training/health/findings';
import { trained, type Training } from './trained';

/** The kinds that are found at any time during a training, looked at once an epoch of the lesson. */
function everFound(training: Training): readonly string[] {
  const found = new Set<string>();
  trained(training, (input) => {
    if (input.losses.lastStep % 46 === 0 || input.losses.lastStep < 12) for (const { kind } of findingsOf(input)) found.add(kind);
  });
  return [...found];
}

describe('findingsOf', () => {
  it('finds nothing before the first step', () => {
    expect(findingsOf(trained({ steps: 0 }))).toEqual([]);
  });

  it('finds nothing at any time in the training of the lesson, for any seed, width, batch size and calm rate', () => {
    const training = fc.record({
      seed: fc.integer({ min: 1, max: 20 }),
      hidden: fc.integer({ min: 1, max: 64 }),
      learningRate: fc.constantFrom(0.01, 0.001),
      batchSize: fc.constantFrom(11, 64, 506),
    });
    fc.assert(
      fc.property(training, ({ seed, hidden, learningRate, batchSize }) => {
        expect(everFound({ plan: { seed, hidden }, settings: { learningRate, batchSize }, steps: 800 })).toEqual([]);
      }),
      { numRuns: 24 },
    );
  }, 60_000);

  it('finds nothing in a long training of the lesson, which settles', () => {
    expect(everFound({ steps: 6000 })).toEqual([]);
  }, 60_000);

  it.each<Training>([
    { settings: { learningRate: 0.1 }, steps: 2000 },
    { settings: { batchSize: 1 }, steps: 2000 },
    { settings: { order: 'shuffled' }, steps: 2000 },
    { settings: { order: 'in order' }, steps: 2000 },
    { settings: { order: 'shuffled', batchSize: 506 }, steps: 1000 },
    { plan: { weights: 'scaled' }, steps: 2000 },
    { plan: { activation: 'tanh' }, steps: 2000 },
    { plan: { activation: 'relu' }, steps: 2000 },
    { plan: { activation: 'relu', weights: 'scaled', hidden: 64 }, steps: 1000 },
    { later: [{ step: 500, learningRate: 0.02 }, { step: 1000, batchSize: 64 }], steps: 1500 },
  ])('finds nothing in other trainings that go well: %j', (training) => {
    expect(everFound(training)).toEqual([]);
  }, 60_000);
});
