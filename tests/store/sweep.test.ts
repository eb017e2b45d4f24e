import { describe, expect, test } from 'vitest';
import { createSweepDesk } from '../../src/store/sweep';
import type { Sweep, SweptCell } from '../../src/training/sweep/sweep';
import type { SweepListener } from '../../src/training/sweep/sweepClient';

const DATA = { features: new Float64Array(2), target: new Float64Array(2), featureCount: 1 };
const SWEEP: Sweep = {
  plan: { hidden: 10, activation: 'sigmoid', weights: 'lesson', seed: 1, heldOut: 0, splitSeed: 1, scaled: true },
  order: 'resampled',
  learningRates: [0.01, 0.1],
  batchSizes: [1],
  epochs: 3,
};
const CELL: SweptCell = {
  index: 0,
  learningRate: 0.01,
  batchSize: 1,
  order: 'resampled',
  epochs: Float64Array.of(1),
  means: Float64Array.of(4),
  steps: 2,
  trainLoss: 4,
  testLoss: undefined,
  divergedAt: undefined,
  end: undefined,
  seconds: 1,
};

/** A desk whose sweeps are in the test's hands. */
function desk() {
  const started: { readonly listener: SweepListener; ended: boolean }[] = [];
  const made = createSweepDesk((_, listener) => {
    const one = { listener, ended: false };
    started.push(one);
    return () => {
      one.ended = true;
    };
  });
  return { ...made, started };
}

describe('createSweepDesk', () => {
  test('has nothing before a sweep, and gathers its cells and its progress', () => {
    const { state, run, started } = desk();
    expect(state.getState()).toMatchObject({ status: 'idle', sweep: undefined, cells: [] });
    run(SWEEP, DATA);
    const { listener } = started[0] ?? { listener: undefined };
    listener?.reply({ type: 'cell', cell: CELL });
    listener?.reply({ type: 'progress', cells: 1, steps: 2, share: 0.5, secondsLeft: 9 });
    expect(state.getState()).toMatchObject({ status: 'running', sweep: SWEEP, cells: [CELL], steps: 2, share: 0.5, secondsLeft: 9 });
    listener?.reply({ type: 'cell', cell: { ...CELL, index: 1 } });
    listener?.reply({ type: 'done' });
    expect(state.getState()).toMatchObject({ status: 'finished', share: 1 });
    expect(state.getState().cells.map(({ index }) => index)).toEqual([0, 1]);
  });

  test('ends the sweep on cancel, and keeps the cells that are done', () => {
    const { state, run, cancel, started } = desk();
    run(SWEEP, DATA);
    started[0]?.listener.reply({ type: 'cell', cell: CELL });
    cancel();
    expect(started[0]?.ended).toBe(true);
    expect(state.getState()).toMatchObject({ status: 'cancelled', cells: [CELL] });
    cancel();
    expect(state.getState().status).toBe('cancelled');
  });

  test('gives up a sweep for a newer one, which begins with nothing', () => {
    const { state, run, started } = desk();
    run(SWEEP, DATA);
    started[0]?.listener.reply({ type: 'cell', cell: CELL });
    run({ ...SWEEP, epochs: 5 }, DATA);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
    expect(state.getState()).toMatchObject({ status: 'running', sweep: { epochs: 5 }, cells: [] });
  });

  test('says what went wrong, and that there is no worker', () => {
    const { state, run, started } = desk();
    run(SWEEP, DATA);
    started[0]?.listener.withoutWorker('This browser has no workers.');
    started[0]?.listener.reply({ type: 'failed', message: 'The batch size is 600.' });
    expect(state.getState()).toMatchObject({ status: 'failed', notice: 'This browser has no workers.', problem: 'The batch size is 600.' });
  });
});
