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
  });
});

describe('predictedWhen', () => {
  test.each([
    [93, 93, 'before SGD step 93'],
    [1234, undefined, 'before SGD step 1,234'],
    [undefined, 93, 'now, after SGD step 4,600'],
    [undefined, undefined, undefined],
  ])('of predictions before step %s, with step %s in sight and 4,600 taken, is “%s”', (predicted, shown, words) => {
    expect(predictedWhen(predicted, shown, 4600)).toBe(words);
  });
});
