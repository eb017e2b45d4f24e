import { describe, expect, test } from 'vitest';
import { Trainer } from '../../../src/engine';
import { lesson } from '../../../src/lessons/stochasticGradientDescent/lesson';
import { STAGES } from '../../../src/lessons/stochasticGradientDescent/stages';
import { buildNetwork } from '../../../src/lessons/network';
import { DEFAULTS } from '../../../src/store/settings';
import { mysteries } from '../../../src/study/broken/mysteries';
import { bostonTables } from '../../engine/boston';
import { golden } from '../../engine/golden';
import { computed, gradientRowsOf, rowsOf } from '../computedStage';
import { timelineOfStage } from '../lessonTimeline';

function goalOf(step: string, exercise: string) {
  const found = lesson.steps.find(({ id }) => id === step)?.exercises?.[exercise];
  if (found?.kind !== 'goal') throw new Error('no such goal');
  return found.goal;
}

/** A run with the page's own settings, but for a seed and a rate. */
function trainerOf(seed: number, learningRate = DEFAULTS.learningRate): Trainer {
  const { batchSize, hidden } = DEFAULTS;
  return new Trainer({ graph: buildNetwork({ features: 13, hidden, batchSize, seed }), data: bostonTables, batchSize, learningRate, seed: seed + 1 });
}

/** The mean losses of so many epochs. */
function epochLosses(trainer: Trainer, epochs: number): number[] {
  return Array.from({ length: epochs }, () => Array.from({ length: trainer.stepsPerEpoch }, () => trainer.step()).reduce((sum, loss) => sum + loss, 0) / trainer.stepsPerEpoch);
}

describe('the lesson on stochastic gradient descent', () => {
  test('asks for a loss that the golden run reaches within its twenty epochs', () => {
    const goal = goalOf('the-curve', 'learned');
    expect(goal.reach === 'epoch loss' && golden.training.net_13_10_1.epoch_loss.findIndex((loss) => loss < goal.below) + 1).toBe(16);
  });

  test('asks for losses that every seed reaches within half of the epochs that are set', () => {
    const below = ['learned', 'again'].map((exercise, index) => {
      const goal = goalOf(['the-curve', 'and-back'][index] ?? '', exercise);
      return goal.reach === 'epoch loss' ? goal.below : NaN;
    });
    for (const seed of [1, 2, 3, 4, 5]) {
      const lowest = Math.min(...epochLosses(trainerOf(seed), DEFAULTS.epochs / 2));
      for (const wanted of below) expect(lowest, `seed ${seed}`).toBeLessThan(wanted);
    }
  });

  test('names a rate at which the cost overflows first, within a few epochs, from fresh weights and from trained ones', () => {
    for (const seed of [1, 2, 3]) {
      for (const epochs of [0, 20]) {
        const trainer = trainerOf(seed);
        epochLosses(trainer, epochs);
        trainer.learningRate = 1;
        let steps = 0;
        while (trainer.divergence === undefined && steps < 1000) {
          trainer.step();
          steps++;
        }
        expect(trainer.divergence?.found, `seed ${seed} after ${epochs} epochs`).toMatchObject({ node: 'C', part: 'value', number: Infinity });
      }
    }
  });

  test('hides a mistake in its small network that makes a difference there', () => {
    expect(mysteries(timelineOfStage(STAGES.small).recording)).toContain('updated too early');
  });

  test('moves the second weights of its small network by a good part of their size, each against its gradient', () => {
    const program = computed(STAGES.small);
    const [weights, gradients] = [rowsOf(program, 'W2').flat(), gradientRowsOf(program, 'W2').flat()];
    for (const [cell, weight] of weights.entries()) expect(Math.abs(((STAGES.small.learningRate ?? NaN) * (gradients[cell] ?? NaN)) / weight)).toBeGreaterThan(0.2);
  });
});
