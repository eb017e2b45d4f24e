import { describe, expect, test } from 'vitest';
import { asTensor, golden } from '../engine/golden';
import { relativeDifference } from '../engine/closeness';
import { bostonTrainer, FLAT_OUT, lossesOf, openSession, updatedIn, valueIn } from './bostonRun';

const { net_13_10_1: net } = golden.training;

describe('train', () => {
  // A look at the clock that costs more than a slice ends it after 8 steps; one that costs nothing never does.
  test.each([0, 0.3, 2, 11])('gives the golden losses of 20 epochs when a look at the clock takes %d ms', (lookCosts) => {
    const { host, session } = openSession();
    host.lookCosts = lookCosts;
    session.handle({ type: 'train', run: 1, epochs: 20, stop: {} });
    host.runAll();
    const means = host.all('progress').flatMap(({ epochMeans }) => epochMeans);
    expect(means.map(({ epoch, lastStep }) => [epoch, lastStep])).toEqual(net.epoch_loss.map((_, index) => [index + 1, 46 * (index + 1)]));
    net.epoch_loss.forEach((loss, index) => {
      expect(relativeDifference(means[index]?.mean ?? NaN, loss), `epoch ${index + 1}`).toBeLessThanOrEqual(1e-9);
    });
    expect(host.losses).toEqual(lossesOf(bostonTrainer(), 920));
    expect(host.last('stopped').reason).toBe('finished');
  });

  test('ends with the golden weights in the preview of the next step', () => {
    const { host, session } = openSession();
    session.handle({ type: 'train', run: 1, epochs: 20, stop: {} });
    host.runAll();
    const { recording, step, taken } = host.last('recorded');
    expect([step, taken]).toEqual([921, false]);
    for (const [id, weights] of Object.entries(net.final_weights)) {
      const { data } = asTensor(weights);
      valueIn(recording, id).data.forEach((weight, cell) => {
        expect(relativeDifference(weight, data[cell] ?? NaN), `${id}[${cell}]`).toBeLessThanOrEqual(1e-9);
      });
    }
  });

  test('does not disturb the numbers by pauses, single steps, and steps that are shown', () => {
    const { host, session } = openSession({ follow: true });
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    host.runNext();
    session.handle({ type: 'pause', run: 1 });
    const paused = host.steps;
    for (const after of [1, 2, 3]) session.handle({ type: 'advance', run: 1, after: paused + after });
    session.handle({ type: 'train', run: 1, epochs: 2, stop: {} });
    session.handle({ type: 'advance', run: 1, after: 0 });
    host.runAll();
    expect(paused).toBe(16);
    const trainer = bostonTrainer();
    expect(host.losses).toEqual(lossesOf(trainer, host.steps));
    const { recording } = host.last('recorded');
    trainer.step();
    for (const [id, after] of updatedIn(recording)) expect(after, id).toEqual(trainer.value(id));
    expect(updatedIn(recording).size).toBe(4);
  });

  test('goes on for as many epochs more once it has finished', () => {
    const { host, session } = openSession();
    for (const total of [3, 6]) {
      session.handle({ type: 'train', run: 1, epochs: 3, stop: {} });
      host.runAll();
      expect(host.last('progress').progress).toMatchObject({ epochs: total, targetEpoch: total, steps: 46 * total });
    }
  });

  test('resumes after a pause to the epoch that was asked for, unless another number is asked for', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    let taken = 0;
    const trainAndPause = (epochs: number): number => {
      session.handle({ type: 'train', run: 1, epochs, stop: {} });
      while (host.steps < taken + 80) host.runNext();
      taken = host.steps;
      session.handle({ type: 'pause', run: 1 });
      return host.last('progress').progress.targetEpoch;
    };
    expect(trainAndPause(5)).toBe(5);
    expect(host.last('progress').progress).toMatchObject({ steps: 80, epochs: 1 });
    expect(trainAndPause(5)).toBe(5);
    expect(host.last('progress').progress).toMatchObject({ steps: 160, epochs: 3 });
    expect(trainAndPause(10)).toBe(13);
  });

  test('twice trains once', () => {
    const { host, session } = openSession();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    session.handle({ type: 'train', run: 1, epochs: 500, stop: {} });
    expect(host.waiting).toBe(1);
    host.runAll();
    expect(host.steps).toBe(46);
  });

  test('after a pause does not go on with the slice that was put off before it', () => {
    const { host, session } = openSession({ pace: 1 });
    for (let time = 0; time < 5; time++) {
      session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
      session.handle({ type: 'pause', run: 1 });
    }
    session.handle({ type: 'train', run: 1, epochs: 1, stop: {} });
    host.pass(250);
    expect(host.waiting).toBe(1);
  });

  test('takes up learning rate and batch size at the next step, without starting over', () => {
    const { host, session } = openSession();
    const trainer = bostonTrainer();
    host.lookCosts = 11;
    session.handle({ type: 'train', run: 1, epochs: 5, stop: {} });
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, learningRate: 0.03 } });
    host.runNext();
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, learningRate: 0.03, batchSize: 40 } });
    host.runNext();
    session.handle({ type: 'pause', run: 1 });
    const wanted = lossesOf(trainer, 8);
    trainer.learningRate = 0.03;
    wanted.push(...lossesOf(trainer, 8));
    trainer.batchSize = 40;
    wanted.push(...lossesOf(trainer, 8));
    expect(host.losses).toEqual(wanted);
    expect(host.last('recorded').recording).toEqual(trainer.previewStep());
    expect(host.last('progress').progress.stepsPerEpoch).toBe(12);
  });
});

describe('settings while idle', () => {
  test('show the same step anew, computed with them', () => {
    const { host, session } = openSession();
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, learningRate: 0.5, batchSize: 3 } });
    const trainer = bostonTrainer({ ...FLAT_OUT, learningRate: 0.5, batchSize: 3 });
    expect(host.last('recorded')).toMatchObject({ step: 1, taken: false, advance: false });
    expect(host.last('recorded').recording.steps).toEqual(trainer.previewStep().steps);
    expect(host.last('progress').progress.stepsPerEpoch).toBe(168);
  });

  test('that change nothing in the step show nothing', () => {
    const { host, session } = openSession();
    session.handle({ type: 'settings', run: 1, settings: { ...FLAT_OUT, pace: 10, follow: true } });
    expect(host.replies.map(({ type }) => type)).toEqual(['opened']);
  });
});
