import { expect, test } from 'vitest';
import { LossSeries } from '../../../src/training/lossSeries';
import { figuresOf } from '../../../src/ui/charts/runFigures';

test('figuresOf tells the loss of the step itself, its epoch, and the mean of that epoch once it has ended', () => {
  const losses = new LossSeries();
  losses.append([9, 7, 5, 3, 1], 1);
  losses.appendEpoch(1, 8, 2);
  losses.appendEpoch(2, 4, 4);
  expect(figuresOf(losses, 1, 2)).toEqual({ epoch: 1, loss: 9, epochMean: 8 });
  expect(figuresOf(losses, 2, 2)).toEqual({ epoch: 1, loss: 7, epochMean: 8 });
  expect(figuresOf(losses, 3, 2)).toEqual({ epoch: 2, loss: 5, epochMean: 4 });
  expect(figuresOf(losses, 5, 2)).toEqual({ epoch: 3, loss: 1, epochMean: undefined });
});

test('figuresOf knows no loss of a step that is not there any more', () => {
  expect(figuresOf(new LossSeries(), 7, 46)).toEqual({ epoch: 1, loss: undefined, epochMean: undefined });
});
