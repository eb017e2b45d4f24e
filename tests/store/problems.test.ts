import { describe, expect, test } from 'vitest';
import { checkGradient, compile } from '../../src/engine';
import { frameAt } from '../../src/scene/frame';
import { openDesk } from './desk';
import { storageWith } from './memoryStorage';

const DEAD = 'The training worker ended unexpectedly. Reset starts it anew.';

describe('a training that diverges', () => {
  const settings = { learningRate: 1, pace: 'full', epochs: 100 } as const;

  test('stops, shows the moment at which the first number overflowed, and selects its node', async () => {
    const desk = await openDesk({ storage: storageWith(settings) });
    desk.miniflow.train();
    const { status, divergence, losses } = desk.miniflow.training.getState();
    expect(status).toBe('diverged');
    expect(divergence).toMatchObject({ step: 180, found: { node: 'C', part: 'value', number: Infinity } });
    expect([losses.lastStep, losses.at(181)]).toEqual([181, Infinity]);
    expect(desk.place).toEqual([181, desk.endOf('forward')]);
    expect(desk.shown.timeline.steps[desk.endOf('forward') - 1]).toMatchObject({ kind: 'compute', node: 'C' });
    expect(desk.miniflow.playback.getState().selection).toEqual({ kind: 'node', id: 'C' });
    const { nodes } = frameAt(desk.shown.timeline, desk.length).state;
    expect(nodes.get('C')?.value?.data[0]).toBe(Infinity);
  });

  test('can be walked through, and does not go on', async () => {
    const desk = await openDesk({ storage: storageWith(settings) });
    desk.miniflow.train();
    desk.miniflow.previousPhase();
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.miniflow.stepOnce();
    desk.miniflow.train();
    desk.miniflow.seek(desk.length - 1);
    desk.miniflow.play();
    for (let tick = 0; tick < 3; tick++) desk.miniflow.tick(1000, false);
    expect(desk.place).toEqual([181, desk.length]);
    expect(desk.miniflow.playback.getState()).toMatchObject({ playing: false, waiting: false });
    // Played once more, it is shown from its beginning.
    desk.miniflow.play();
    expect(desk.place).toEqual([181, 0]);
    desk.miniflow.pause();
    expect(desk.miniflow.training.getState().progress.steps).toBe(181);
  });

  test('is over with Reset at a smaller rate', async () => {
    const desk = await openDesk({ storage: storageWith(settings) });
    desk.miniflow.train();
    desk.miniflow.set({ learningRate: 0.01, epochs: 1 });
    desk.miniflow.reset();
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'ready', divergence: undefined });
    desk.miniflow.train();
    expect(desk.miniflow.training.getState().status).toBe('finished');
  });

  test('while the next iteration is waited for ends the waiting', async () => {
    const desk = await openDesk({ storage: storageWith({ ...settings, pace: 100 }) });
    desk.miniflow.train();
    desk.host.pass(1_800);
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    desk.host.pass(1_000);
    expect(desk.miniflow.training.getState().status).toBe('diverged');
    expect(desk.miniflow.playback.getState().waiting).toBe(false);
  });
});

describe('a trainer that fails', () => {
  test('is reported as a sentence, and everything that waited for it stops', async () => {
    const desk = await openDesk({ queued: true });
    desk.miniflow.toEnd();
    desk.miniflow.play();
    desk.miniflow.tick(16, false);
    const check = desk.miniflow.checkGradient('W1');
    desk.tell({ type: 'failed', run: -1, message: DEAD });
    await expect(check).rejects.toThrow(DEAD);
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'failed', problem: DEAD });
    expect(desk.miniflow.playback.getState()).toMatchObject({ playing: false, waiting: false });
    await expect(desk.miniflow.checkGradient('W1')).rejects.toThrow(
      'The trainer, which would check it, has stopped. Start anew brings it back.',
    );
  });

  test('leaves the iterations to be walked through', async () => {
    const desk = await openDesk();
    desk.tell({ type: 'failed', run: 1, message: DEAD });
    desk.miniflow.toEnd();
    desk.miniflow.stepForward();
    expect(desk.place).toEqual([1, desk.length]);
    desk.miniflow.stepBack();
    expect(desk.place).toEqual([1, desk.length - 1]);
  });

  test('is replaced by Reset, and the old one closed', async () => {
    const desk = await openDesk();
    desk.tell({ type: 'failed', run: -1, message: DEAD });
    desk.miniflow.reset();
    expect([desk.started, desk.closed]).toEqual([2, 1]);
    expect(desk.miniflow.training.getState()).toMatchObject({ status: 'ready', problem: undefined });
    desk.miniflow.reset();
    expect([desk.started, desk.closed]).toEqual([2, 1]);
  });

  test('of an earlier run is of no interest', async () => {
    const desk = await openDesk();
    desk.miniflow.reset();
    desk.tell({ type: 'failed', run: 1, message: DEAD });
    expect(desk.miniflow.training.getState().status).toBe('ready');
  });
});

describe('checkGradient', () => {
  test('finds what the engine finds in the iteration that is shown', async () => {
    const desk = await openDesk();
    desk.miniflow.stepOnce();
    const { recording } = desk.shown.timeline;
    const program = compile(recording.graph);
    for (const step of recording.steps) if (step.kind === 'feed') program.feed(step.node, step.value);
    program.forward();
    program.backward();
    const [W1, s] = await Promise.all([desk.miniflow.checkGradient('W1'), desk.miniflow.checkGradient('s')]);
    expect([W1, s]).toEqual([checkGradient(program, 'W1'), checkGradient(program, 's')]);
  });

  test('is rejected with the reason when the node has no gradient', async () => {
    const desk = await openDesk();
    await expect(desk.miniflow.checkGradient('X')).rejects.toThrow('"X" receives no gradient, so that there is none to check');
  });

  test('is rejected when another run comes to the front before the answer comes', async () => {
    const desk = await openDesk({ queued: true });
    const check = desk.miniflow.checkGradient('W1');
    desk.miniflow.reset();
    await expect(check).rejects.toThrow('Another run has come to the front.');
    desk.deliver();
    expect(desk.miniflow.training.getState().status).toBe('ready');
  });
});
