import { describe, expect, test } from 'vitest';
import { bostonTrainer, FLAT_OUT, valueIn } from '../training/bostonRun';
import { openDesk } from './desk';

describe('set', () => {
  test('computes the step to come anew, with the new learning rate and batch size, from where they set in', async () => {
    const desk = await openDesk();
    desk.miniflow.stepOnce();
    desk.miniflow.seek(desk.endOf('forward') + 0.5);
    const place = desk.place;
    desk.miniflow.set({ learningRate: 0.2 });
    expect(desk.place, 'the rate plays no part before the update').toEqual(place);
    desk.miniflow.toEnd();
    desk.miniflow.set({ learningRate: 0.1 });
    expect(desk.place, 'the update that was seen is not rewritten').toEqual([2, desk.endOf('backward')]);
    desk.miniflow.set({ learningRate: 0.2 });
    desk.miniflow.set({ batchSize: 44 });
    expect(desk.place, 'another batch begins with the feed').toEqual([2, desk.endOf('feed')]);
    const trainer = bostonTrainer();
    trainer.step();
    trainer.learningRate = 0.2;
    trainer.batchSize = 44;
    expect(desk.shown.timeline.recording).toEqual(trainer.previewStep());
    expect(desk.miniflow.playback.getState().iterations.map(({ step }) => step)).toEqual([1, 2]);
    expect(desk.miniflow.training.getState()).toMatchObject({ run: 1, progress: { steps: 1, stepsPerEpoch: 11 } });
  });

  test('leaves a reader who has walked back where they are', async () => {
    const desk = await openDesk();
    desk.miniflow.stepOnce();
    desk.miniflow.toStart();
    desk.miniflow.stepBack();
    const place = desk.place;
    const before = desk.shown;
    desk.miniflow.set({ learningRate: 0.2 });
    expect(desk.place).toEqual(place);
    expect(desk.shown).toBe(before);
    desk.miniflow.stepForward();
    const trainer = bostonTrainer();
    trainer.step();
    trainer.learningRate = 0.2;
    expect(desk.shown.timeline.recording).toEqual(trainer.previewStep());
  });

  test('does not stop what plays', async () => {
    const desk = await openDesk();
    desk.miniflow.play();
    desk.miniflow.set({ learningRate: 0.2 });
    expect(desk.miniflow.playback.getState().playing).toBe(true);
  });

  test('while the next iteration is on its way does not lose it', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.set({ learningRate: 0.2 });
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.miniflow.set({ learningRate: 0.3 });
    desk.deliver();
    const trainer = bostonTrainer({ ...FLAT_OUT, learningRate: 0.2 });
    trainer.step();
    trainer.learningRate = 0.3;
    expect(desk.shown.step).toBe(2);
    expect(desk.shown.timeline.recording).toEqual(trainer.previewStep());
    expect(desk.miniflow.playback.getState().iterations.map(({ step }) => step)).toEqual([1, 2]);
  });

  test('tells a running training without stopping it', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ follow: false });
    desk.miniflow.train();
    desk.host.pass(100);
    desk.miniflow.set({ learningRate: 0.05 });
    desk.host.pass(100);
    desk.miniflow.pauseTraining();
    const { progress, status, run } = desk.miniflow.training.getState();
    expect([status, run, progress.steps]).toEqual(['paused', 1, 100]);
    const trainer = bostonTrainer();
    for (let step = 0; step < 50; step++) trainer.step();
    trainer.learningRate = 0.05;
    for (let step = 0; step < 50; step++) trainer.step();
    expect(desk.shown.timeline.recording).toEqual(trainer.previewStep());
  });

  test('with another number of hidden units builds a new network', async () => {
    const desk = await openDesk();
    desk.miniflow.stepOnce();
    desk.miniflow.set({ hidden: 3 });
    expect(desk.miniflow.training.getState()).toMatchObject({ run: 2, status: 'ready', progress: { steps: 0 } });
    expect(valueIn(desk.shown.timeline.recording, 'W1').shape).toEqual([13, 3]);
    expect(desk.place).toEqual([1, desk.endOf('feed')]);
  });

  test('says nothing to the trainer when nothing changes that it has to know', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ learningRate: 0.01, hidden: 10, theme: 'dark', speed: 4, epochs: 7, granularity: 'node', lossScale: 'linear' });
    expect(desk.asked.map(({ type }) => type)).toEqual(['open']);
  });

  test('before the data has come is heard by the first run', async () => {
    const desk = await openDesk();
    desk.miniflow.set({ hidden: 4 });
    const later = await openDesk({ storage: desk.storage });
    expect(valueIn(later.shown.timeline.recording, 'W1').shape).toEqual([13, 4]);
    expect(later.asked).toHaveLength(1);
  });
});
