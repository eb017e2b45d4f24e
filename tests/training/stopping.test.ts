import { describe, expect, test } from 'vitest';
import { Stopping } from '../../src/training/stopping';
import type { StopConditions } from '../../src/training/plan';
import type { StopReason } from '../../src/training/protocol';
import { bostonData, openSession } from './bostonRun';

/** The epoch (from 1) and the reason at which epochs with these losses are stopped. */
function stopOf(conditions: StopConditions, losses: readonly number[], tests: readonly number[] = [], share: (within: number) => number = () => 0): readonly [epoch: number, reason: StopReason] | undefined {
  const stopping = new Stopping(conditions);
  for (const [index, mean] of losses.entries()) {
    const test = tests[index];
    const reason = stopping.after({ epoch: index + 1, mean, lastStep: index + 1, ...(test === undefined ? {} : { test }) }, share);
    if (reason !== undefined) return [index + 1, reason];
  }
  return undefined;
}

describe('after', () => {
  test('goes on where there are no conditions', () => {
    expect(stopOf({}, [3, 2, 1, 0, 0, 0])).toBeUndefined();
  });

  test('stops at the first epoch whose loss is at most the target', () => {
    expect(stopOf({ targetLoss: 2 }, [3, 2.1, 2, 1])).toEqual([3, 'target']);
  });

  test('goes by the loss of the held-out rows where there are any', () => {
    expect(stopOf({ targetLoss: 2 }, [1, 1, 1], [4, 3, 2])).toEqual([3, 'target']);
    expect(stopOf({ patience: 2 }, [4, 3, 2, 1], [4, 3, 5, 3])).toEqual([4, 'patience']);
  });

  test('stops after as many epochs as it has patience for that were not better than the best before', () => {
    expect(stopOf({ patience: 3 }, [5, 4, 6, 4, 5, 3])).toEqual([5, 'patience']);
    expect(stopOf({ patience: 3 }, [5, 4, 6, 4, 3.9, 5, 5, 5])).toEqual([8, 'patience']);
    expect(stopOf({ patience: 1 }, [NaN])).toEqual([1, 'patience']);
  });

  test('stops once enough homes are predicted well enough, and asks about the distance that was set', () => {
    const asked: number[] = [];
    const shares = [0.5, 0.79, 0.8];
    const share = (within: number): number => shares[asked.push(within) - 1] ?? NaN;
    expect(stopOf({ accuracy: { share: 0.8, within: 2.5 } }, [1, 1, 1, 1], [], share)).toEqual([3, 'accuracy']);
    expect(asked).toEqual([2.5, 2.5, 2.5]);
  });
});

describe('train', () => {
  test('ends with the first epoch of the golden run that reaches the target', () => {
    const { host, session } = openSession();
    session.handle({ type: 'train', run: 1, epochs: 100, stop: { targetLoss: 20 } });
    host.runAll();
    const means = host.all('progress').flatMap(({ epochMeans }) => epochMeans.map(({ mean }) => mean));
    expect(host.last('stopped').reason).toBe('target');
    expect(means.at(-1)).toBeLessThanOrEqual(20);
    expect(means.slice(0, -1).every((mean) => mean > 20)).toBe(true);
  });

  test('ends once the share of homes within the distance is reached, as the predictions say', () => {
    const { host, session } = openSession();
    session.handle({ type: 'train', run: 1, epochs: 100, stop: { accuracy: { share: 0.6, within: 3 } } });
    host.runAll();
    expect(host.last('stopped').reason).toBe('accuracy');
    const predictions = host.all('progress').findLast((reply) => reply.predictions !== undefined)?.predictions?.data ?? [];
    const { target } = bostonData;
    const near = [...predictions].filter((price, row) => Math.abs(price - (target[row] ?? NaN)) <= 3).length;
    expect(near / 506).toBeGreaterThanOrEqual(0.6);
    expect(host.last('stopped').run).toBe(1);
  });
});

describe('train, asked again after a pause', () => {
  test('is no more patient than it was', () => {
    const { host, session } = openSession({ learningRate: 1e-300 });
    host.lookCosts = 11;
    let pauses = 0;
    // Nothing moves: the batches of an epoch are all that differs, and the best of them comes now and then.
    const train = (): void => session.handle({ type: 'train', run: 1, epochs: 1000, stop: { patience: 10 } });
    train();
    while (host.all('stopped').every(({ reason }) => reason === 'paused')) {
      for (let slice = 0; slice < 17; slice++) host.runNext();
      if (host.all('stopped').some(({ reason }) => reason !== 'paused')) break;
      session.handle({ type: 'pause', run: 1 });
      pauses++;
      train();
    }
    const means = host.all('progress').flatMap(({ epochMeans }) => epochMeans.map(({ mean }) => mean));
    expect(pauses).toBeGreaterThan(2);
    expect(host.last('stopped').reason).toBe('patience');
    expect(means.indexOf(Math.min(...means))).toBe(means.length - 11);
  });
});
