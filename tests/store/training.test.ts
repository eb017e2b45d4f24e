import { describe, expect, test } from 'vitest';
import { bostonTrainer, lossesOf, valueIn } from '../training/bostonRun';
import { golden } from '../engine/golden';
import { relativeDifference } from '../engine/closeness';
import { openDesk } from './desk';
import { storageWith } from './memoryStorage';

describe('train', () => {
  test('goes through the golden run: 20 epochs, their losses, and the step after them to look at', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 20, pace: 'full' }) });
    desk.miniflow.train();
    expect(desk.miniflow.training.getState().status).toBe('finished');
    const { losses, lastEpochMean, lastLoss, predictions, progress } = desk.miniflow.training.getState();
    const { epoch_loss: means } = golden.training.net_13_10_1;
    means.forEach((mean, index) => {
      expect(relativeDifference(losses.epochMean(index), mean), `epoch ${index + 1}`).toBeLessThanOrEqual(1e-9);
      expect(losses.epochEnd(index)).toBe(46 * (index + 1));
    });
    const trainer = bostonTrainer();
    const wanted = lossesOf(trainer, 920);
    expect(wanted.map((_, index) => losses.at(index + 1))).toEqual(wanted);
    expect([lastLoss, lastEpochMean]).toEqual([wanted.at(-1), losses.epochMean(19)]);
    expect(predictions).toEqual(trainer.evaluator().run('l2'));
    expect(progress).toMatchObject({ steps: 920, epochs: 20, targetEpoch: 20 });
    expect(desk.place).toEqual([921, desk.endOf('feed')]);
    expect(desk.shown.timeline.recording).toEqual(trainer.previewStep());
  });

  test('is training until it is paused, and can be resumed', async () => {
    const desk = await openDesk();
    const { training } = desk.miniflow;
    desk.miniflow.train();
    desk.host.pass(1_000);
    expect(training.getState().status).toBe('training');
    desk.miniflow.pauseTraining();
    expect(training.getState().status).toBe('paused');
    const { steps } = training.getState().progress;
    desk.host.pass(1_000);
    expect(training.getState().progress.steps).toBe(steps);
    desk.miniflow.train();
    desk.host.pass(1_000);
    expect(training.getState().progress).toMatchObject({ targetEpoch: 100 });
    expect(training.getState().progress.steps).toBeGreaterThan(steps + 400);
  });

  test('twice asks once', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.train();
    desk.miniflow.train();
    desk.deliver();
    expect(desk.asked.filter(({ type }) => type === 'train')).toHaveLength(1);
  });

  test('while it runs lets no single step in between', async () => {
    const desk = await openDesk();
    desk.miniflow.train();
    desk.miniflow.stepOnce();
    expect(desk.asked.some(({ type }) => type === 'advance')).toBe(false);
  });

  test('before the network is open does nothing', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.reset();
    desk.miniflow.train();
    desk.miniflow.stepOnce();
    desk.deliver();
    expect(desk.asked.map(({ type }) => type)).toEqual(['open', 'close', 'open']);
    expect(desk.miniflow.training.getState().status).toBe('ready');
  });
});

describe('reset', () => {
  test('starts over with the same weights and batches', async () => {
    const desk = await openDesk({ storage: storageWith({ epochs: 2, pace: 'full' }) });
    desk.miniflow.train();
    desk.miniflow.reset();
    const { training } = desk.miniflow;
    expect(training.getState()).toMatchObject({ run: 2, status: 'ready', lastLoss: undefined, lastEpochMean: undefined });
    expect(training.getState().losses.stepCount).toBe(0);
    expect(training.getState().losses.epochCount).toBe(0);
    expect(desk.place).toEqual([1, desk.endOf('feed')]);
    expect(desk.shown.timeline.recording).toEqual(bostonTrainer().previewStep());
  });

  test('while the next iteration is on its way forgets it', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.deliverRequests();
    desk.miniflow.reset();
    desk.deliverReplies();
    expect(desk.miniflow.playback.getState().waiting).toBe(false);
    desk.deliver();
    expect(desk.place).toEqual([1, desk.endOf('feed')]);
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'ready', progress: { steps: 0 } });
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.deliver();
    expect(desk.shown.step).toBe(2);
  });

  test('in the middle of training ends it, and no report of it arrives', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.train();
    desk.deliverRequests();
    desk.host.pass(1_000);
    desk.miniflow.reset();
    desk.deliver();
    desk.host.pass(1_000);
    desk.deliver();
    const { status, losses, progress } = desk.miniflow.training.getState();
    expect([status, losses.stepCount, progress.steps]).toEqual(['ready', 0, 0]);
    expect(desk.host.waiting).toBe(0);
  });
});

describe('newSeed', () => {
  test('starts over with other weights and other batches, the same for everybody', async () => {
    const [one, other] = await Promise.all([openDesk(), openDesk()]);
    for (const { miniflow } of [one, other]) miniflow.newSeed();
    expect(one.miniflow.settings.getState().seed).toBe(2);
    expect(one.shown.timeline.recording).toEqual(other.shown.timeline.recording);
    const first = bostonTrainer().previewStep();
    for (const id of ['X', 'W1', 'W2']) expect(valueIn(one.shown.timeline.recording, id)).not.toEqual(valueIn(first, id));
    expect(one.miniflow.training.getState()).toMatchObject({ run: 2, status: 'ready' });
  });

  test('opens one new run, also after the greatest seed', async () => {
    const desk = await openDesk({ storage: storageWith({ seed: 2 ** 31 - 1 }) });
    desk.miniflow.newSeed();
    expect(desk.miniflow.settings.getState().seed).toBe(0);
    expect(desk.asked.map(({ type }) => type)).toEqual(['open', 'close', 'open']);
  });
});
