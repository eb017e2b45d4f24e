import { describe, expect, test } from 'vitest';
import type { Divergence, Shape } from '../../../src/engine';
import { divergenceSentence, duration, perSecond, restoredSentence, settingsWords, verdictSentence } from '../../../src/ui/training/words';

describe('perSecond', () => {
  test.each([
    [0, 'measuring …'],
    [NaN, 'measuring …'],
    [0.8333, '0.83 steps / s'],
    [1.02, '1 step / s'],
    [9.96, '10 steps / s'],
    [99.6, '100 steps / s'],
    [499.2, '499 steps / s'],
    [212_345, '212,000 steps / s'],
  ])('writes %d as “%s”', (rate, words) => {
    expect(perSecond(rate)).toBe(words);
  });
});

describe('duration', () => {
  test.each([
    [NaN, 'estimating the time left'],
    [Infinity, 'estimating the time left'],
    [0, '0 s left'],
    [0.2, '1 s left'],
    [59, '59 s left'],
    [59.5, '1 min 0 s left'],
    [200, '3 min 20 s left'],
    [3_599, '59 min 59 s left'],
    [3_600, '1 h 0 min left'],
    [5_000, '1 h 24 min left'],
    [7_199, '2 h 0 min left'],
  ])('writes %d seconds as “%s”', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

describe('divergenceSentence', () => {
  const cases: [Divergence, Shape | undefined, string][] = [
    [
      { step: 180, found: { node: 'C', part: 'value', cell: 0, number: Infinity } },
      [],
      'At SGD step 181 the value of C became infinite, before anything else did.',
    ],
    [
      { step: 0, found: { node: 'W1', part: 'updated value', cell: 12, number: -Infinity } },
      [13, 10],
      'At SGD step 1 W₁, in its update, became minus infinity, in row 2, column 3, before anything else did.',
    ],
    [
      { step: 4599, found: { node: 'b1', part: 'gradient', cell: 9, number: NaN } },
      [10],
      'At SGD step 4,600 the gradient of b₁ became NaN (not a number), at cell 10, before anything else did.',
    ],
    [
      { step: 1, found: { node: 's', part: 'value', cell: 9, number: NaN } },
      undefined,
      'At SGD step 2 the value of s became NaN (not a number), before anything else did.',
    ],
  ];

  test.each(cases)('says at which step what became what, and where: %#', (divergence, shape, sentence) => {
    expect(divergenceSentence(divergence, shape)).toBe(sentence);
  });
});

describe('settingsWords', () => {
  const lesson = { learningRate: 0.01, batchSize: 11, order: 'resampled' } as const;

  test.each([
    [lesson, ''],
    [{ ...lesson, learningRate: 0.05 }, 'learning rate 0.05'],
    [{ ...lesson, learningRate: 0.05, batchSize: 506 }, 'learning rate 0.05 and batch size 506'],
    [{ learningRate: 1e-5, batchSize: 1, order: 'shuffled' } as const, 'learning rate 1e−5, batch size 1 and batches shuffled'],
  ])('of %j tell what differs from the lesson: “%s”', (then, words) => {
    expect(settingsWords(then, lesson)).toBe(words);
  });
});

describe('verdictSentence', () => {
  test.each([
    [{ steps: 4600, same: true }, 'Replayed 4,600 steps: loss and parameters are as they were recorded, bit for bit.'],
    [{ steps: 1466, same: undefined }, 'Replayed 1,466 steps. Training was under way when they were kept, so that up to the last second may be missing.'],
    [{ steps: 1, same: undefined }, 'Replayed 1 step. Training was under way when it was kept, so that up to the last second may be missing.'],
    [
      { steps: 2, same: false },
      'Replayed 2 steps, but loss or parameters are not as they were recorded. The record was probably edited, or made by a version or a browser that computes otherwise.',
    ],
  ])('says whether the replay of %j has come out as it should', (verdict, sentence) => {
    expect(verdictSentence(verdict)).toBe(sentence);
  });
});

describe('restoredSentence', () => {
  test.each([
    [{ replayed: 47, milliseconds: 2.8349, same: true }, 'Replayed 47 steps in 2.8 ms; its loss is the same, bit for bit.'],
    [{ replayed: 1, milliseconds: 1234.5, same: true }, 'Replayed 1 step in 1235 ms; its loss is the same, bit for bit.'],
    [{ replayed: 3, milliseconds: 1, same: undefined }, 'Replayed 3 steps in 1 ms.'],
    [{ replayed: 0, milliseconds: 0, same: true }, 'From a checkpoint in no measurable time; its loss is the same, bit for bit.'],
    [{ replayed: 0, milliseconds: 0.5, same: false }, 'From a checkpoint in 0.5 ms; its loss is not the one that was told when it was taken.'],
  ])('of %j tells the replay, and whether it came out the same', (restored, sentence) => {
    expect(restoredSentence(restored)).toBe(sentence);
  });
});
