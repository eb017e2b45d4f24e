import { expect, test } from 'vitest';
import { LossSeries } from '../../../src/training/lossSeries';
import { figuresBefore } from '../../../src/ui/charts/runFigures';

test('figuresBefore tells where the run stood when the steps before had been taken, and no later', () => {
  const losses = new LossSeries();
  losses.append([9, 7, 5, 3, 1], 1);
  losses.appendEpoch(1, 8, 2);
  losses.appendEpoch(2, 4, 4);
  expect(figuresBefore(losses, 1)).toEqual({ epochs: 0, lastLoss: undefined, lastEpochMean: undefined });
  expect(figuresBefore(losses, 2)).toEqual({ epochs: 0, lastLoss: 9, lastEpochMean: undefined });
  expect(figuresBefore(losses, 3)).toEqual({ epochs: 1, lastLoss: 7, lastEpochMean: 8 });
  expect(figuresBefore(losses, 5)).toEqual({ epochs: 2, lastLoss: 3, lastEpochMean: 4 });
});
