import { describe, expect, test } from 'vitest';
import { createTraining } from '../../../src/store/training';
import { predictedInPast, predictedWhen } from '../../../src/ui/charts/predictedWhen';

const { progress } = createTraining().getState();

describe('predictedInPast', () => {
  const rest = { status: 'finished', progress: { ...progress, steps: 100 } } as const;

  test('is the step that the predictions were made before, if it has been taken', () => {
    expect(predictedInPast({ ...rest, predictedBefore: 100 })).toBe(100);
    expect(predictedInPast({ ...rest, predictedBefore: 101 })).toBeUndefined();
    expect(predictedInPast({ ...rest, predictedBefore: undefined })).toBeUndefined();
  });

  test('is none while training, when predictions are always a little behind', () => {
    expect(predictedInPast({ ...rest, status: 'training', predictedBefore: 90 })).toBeUndefined();
    expect(predictedInPast({ ...rest, status: 'training', predictedBefore: undefined })).toBeUndefined();
  });

  test('is the step that is held while training goes on, until newer predictions come', () => {
    expect(predictedInPast({ ...rest, status: 'training', predictedBefore: 40 }, 40)).toBe(40);
    expect(predictedInPast({ ...rest, status: 'training', predictedBefore: 101 }, 40)).toBeUndefined();
  });
});

describe('predictedWhen', () => {
  test.each([
    [93, 93, 4600, 'before SGD step 93'],
    [1234, undefined, 4600, 'before SGD step 1,234'],
    [undefined, 93, 4600, 'now, after step 4,600'],
    [undefined, 93, undefined, 'now, in training'],
    [93, 93, undefined, 'before SGD step 93'],
    [undefined, undefined, 4600, undefined],
  ])('of predictions before step %s, with step %s in sight and %s taken, is “%s”', (predicted, shown, steps, words) => {
    expect(predictedWhen(predicted, shown, steps)).toBe(words);
  });
});
