import { describe, expect, test } from 'vitest';
import { bostonText } from '../../datasets/bostonFile';
import type { StopConditions } from '../../../src/training/plan';
import type { StopReason } from '../../../src/training/protocol';
import { parseBoston } from '../../../src/datasets/bostonHousing';
import { splitRows } from '../../../src/datasets/split';
import { LossSeries } from '../../../src/training/lossSeries';
import { standingOf, stopSentence, type Standing } from '../../../src/ui/training/stopWords';

const epochs = [
  { epoch: 1, loss: 40 },
  { epoch: 2, loss: 8.125 },
  { epoch: 3, loss: 12 },
  { epoch: 4, loss: 9.984 },
];
const standing: Standing = { epochs, heldOut: false, accuracy: 0.8123 };
const onTestHomes: Standing = { ...standing, heldOut: true };

describe('stopSentence', () => {
  const cases: [StopReason, StopConditions, Standing, string | undefined][] = [
    ['paused', {}, standing, undefined],
    ['finished', {}, standing, undefined],
    ['target', { targetLoss: 10 }, standing, 'Stopped: the mean loss of epoch 4 is 9.984, at most the target 10.'],
    ['target', { targetLoss: 10 }, onTestHomes, 'Stopped: the test loss of epoch 4 is 9.984, at most the target 10.'],
    // Another target has been typed since.
    ['target', { targetLoss: 2 }, standing, 'Stopped: the mean loss of epoch 4 is 9.984, at most the target.'],
    ['target', { targetLoss: 10 }, { ...standing, epochs: [] }, 'Stopped: the target loss is reached.'],
    ['patience', { patience: 2 }, standing, 'Stopped: no better mean loss for 2 epochs than the 8.125 of epoch 2.'],
    ['patience', { patience: 1 }, { ...onTestHomes, epochs: epochs.slice(0, 3) }, 'Stopped: no better test loss for 1 epoch than the 8.125 of epoch 2.'],
    ['patience', { patience: 2 }, { ...standing, epochs: [] }, 'Stopped: patience is at its end.'],
    [
      'accuracy',
      { accuracy: { share: 0.8, within: 3 } },
      standing,
      'Stopped: 81.2% of the homes are predicted to within $3,000, at least the 80% required.',
    ],
    [
      'accuracy',
      { accuracy: { share: 0.5, within: 2.5 } },
      onTestHomes,
      'Stopped: 81.2% of the test homes are predicted to within $2,500, at least the 50% required.',
    ],
    ['accuracy', { accuracy: { share: 0.9, within: 3 } }, standing, 'Stopped: enough of the homes are predicted well.'],
    ['accuracy', {}, { ...standing, accuracy: undefined }, 'Stopped: enough of the homes are predicted well.'],
  ];

  test.each(cases)('says why training has ended by itself, with the numbers: %s, %j', (reason, conditions, known, sentence) => {
    expect(stopSentence(reason, conditions, known)).toBe(sentence);
  });
});

describe('standingOf', () => {
  const dataset = parseBoston(bostonText);
  const plan = { heldOut: 0.2, splitSeed: 3 };
  const { test: held } = splitRows(506, 0.2, 3);
  // Right for the homes held out, and $5,000 off for the others.
  const predictions = { shape: [506, 1], data: dataset.target.map((price, row) => (held.includes(row) ? price : price + 5)) };

  test('looks at the homes held out, and at their loss, where there are any', () => {
    const losses = new LossSeries();
    losses.append([4, 2], 1);
    losses.appendEpoch(1, 3, 2, 7);
    expect(standingOf({ losses, dataset, predictions }, plan, 1)).toEqual({ epochs: [{ epoch: 1, loss: 7 }], heldOut: true, accuracy: 1 });
  });

  test('looks at all homes, and at the mean over the steps, where none are', () => {
    const losses = new LossSeries();
    losses.append([4, 2], 1);
    losses.appendEpoch(1, 3, 2);
    const standing = standingOf({ losses, dataset, predictions }, { heldOut: 0, splitSeed: 3 }, 1);
    expect(standing).toEqual({ epochs: [{ epoch: 1, loss: 3 }], heldOut: false, accuracy: 101 / 506 });
  });

  test('knows of no accuracy where none is required, and of no epoch where none has ended', () => {
    expect(standingOf({ losses: new LossSeries(), dataset, predictions }, plan, undefined)).toEqual({ epochs: [], heldOut: false, accuracy: undefined });
  });
});
