import { describe, expect, test } from 'vitest';
import type { Graph } from '../../../src/engine';
import { quoteOf } from '../../../src/scene/reading';
import { spotlightOn } from '../../../src/scene/spotlight';
import { createSandbox, type Sandbox } from '../../../src/store/lesson/sandbox';
import { shownIteration } from '../../../src/store/playback';
import { createSettings } from '../../../src/store/settings';
import { MemoryStorage } from '../memoryStorage';

const PRODUCT: Graph = {
  nodes: [
    { id: 'x', role: 'parameter', value: 4 },
    { id: 'y', role: 'data', value: 5 },
    { id: 'z', role: 'data', value: 10 },
    { id: 'f', op: 'mul', inputs: ['x', 'y', 'z'] },
  ],
  output: 'f',
};

function open(learningRate?: number): Sandbox {
  const storage = new MemoryStorage();
  return createSandbox(PRODUCT, createSettings(() => storage), learningRate);
}

function quoted({ walk }: Sandbox, part: 'value' | 'gradient', of: string): number | undefined {
  const recording = shownIteration(walk.playback.getState())?.timeline.recording;
  return recording && quoteOf(recording, part, of).data[0];
}

describe('createSandbox', () => {
  test('has computed everything from the start', () => {
    const sandbox = open();
    expect(quoted(sandbox, 'value', 'f')).toBe(200);
    expect(['x', 'y', 'z'].map((id) => quoted(sandbox, 'gradient', id))).toEqual([50, 40, 20]);
  });

  test('has no iteration after the first without a learning rate', () => {
    const sandbox = open();
    sandbox.walk.toEnd();
    sandbox.walk.stepForward();
    expect(sandbox.walk.playback.getState().iterations).toHaveLength(1);
    expect(sandbox.trains).toBe(false);
  });

  test('goes on to the next iteration with the parameters that the update has left', () => {
    const sandbox = open(0.01);
    sandbox.walk.toEnd();
    sandbox.walk.stepForward();
    expect(shownIteration(sandbox.walk.playback.getState())?.step).toBe(2);
    // x ← 4 − 0.01 · 50
    expect(quoted(sandbox, 'value', 'x')).toBeCloseTo(3.5, 12);
    expect(quoted(sandbox, 'value', 'f')).toBeCloseTo(175, 10);
  });

  test('computes everything anew behind a number that is changed, at the same moment', () => {
    const sandbox = open();
    sandbox.walk.seek(5);
    sandbox.setCell('y', 0, 6);
    expect(quoted(sandbox, 'value', 'f')).toBe(240);
    expect(sandbox.walk.playback.getState().t).toBe(5);
    sandbox.setCell('z', 0, 1);
    expect(quoted(sandbox, 'value', 'f')).toBe(24);
  });

  test('takes everything back on reset', () => {
    const sandbox = open(0.01);
    sandbox.setCell('x', 0, -7);
    sandbox.walk.toEnd();
    sandbox.walk.stepForward();
    sandbox.reset();
    expect(quoted(sandbox, 'value', 'f')).toBe(200);
    expect(sandbox.walk.playback.getState().iterations).toHaveLength(1);
  });

  test('leaves what it does not have unchanged', () => {
    const sandbox = open();
    sandbox.setCell('nobody', 0, 1);
    expect(quoted(sandbox, 'value', 'f')).toBe(200);
  });

  test('checks a gradient on the iteration that is shown', async () => {
    const sandbox = open();
    sandbox.setCell('y', 0, 6);
    const { worst } = await sandbox.checkGradient('x');
    expect(worst.backprop).toBe(60);
    expect(worst.numeric).toBeCloseTo(60, 8);
    await expect(sandbox.checkGradient('nobody')).rejects.toThrow('"nobody" is not a node of the graph');
  });

  test('plays to a moment and stays there', () => {
    const { walk } = open();
    walk.seek(3);
    walk.playTo(6);
    expect(walk.playback.getState()).toMatchObject({ t: 3, playing: true });
    for (let i = 0; i < 100; i++) walk.tick(50, false);
    expect(walk.playback.getState()).toMatchObject({ t: 6, playing: false, until: null });
  });

  test('is there at once where no motion is wanted', () => {
    const { walk } = open();
    walk.seek(3);
    walk.playTo(6);
    walk.tick(1, true);
    expect(walk.playback.getState()).toMatchObject({ t: 6, playing: false });
  });

  test('is at the moment that it was played to as soon as a number is changed on the way', () => {
    const sandbox = open();
    sandbox.walk.seek(0);
    sandbox.walk.playTo(6);
    sandbox.walk.tick(600, false);
    sandbox.setCell('x', 0, 3);
    expect(sandbox.walk.playback.getState()).toMatchObject({ t: 6, playing: false, until: null });
    sandbox.walk.seek(2);
    sandbox.setCell('x', 0, 1);
    expect(sandbox.walk.playback.getState().t).toBe(2);
  });

  test('plays on to the end after somebody has taken hold on the way to a moment', () => {
    const { walk } = open();
    walk.seek(3);
    walk.playTo(6);
    walk.stepForward();
    expect(walk.playback.getState().playing).toBe(false);
    walk.play();
    for (let i = 0; i < 1000; i++) walk.tick(50, false);
    expect(walk.playback.getState().t).toBe(shownIteration(walk.playback.getState())?.timeline.steps.length);
  });

  test('stays covered until the last open question is closed, however often one of them is', () => {
    const { walk } = open();
    const [first, second] = [walk.cover(), walk.cover()];
    first();
    first();
    expect(walk.playback.getState().asking).toBe(1);
    second();
    expect(walk.playback.getState().asking).toBe(0);
  });

  test('keeps what a tool points at while a reader points at something else', () => {
    const { walk } = open();
    const [tool, name] = [spotlightOn(['x']), spotlightOn(['y'])];
    walk.shine(tool);
    walk.point(name);
    walk.openTool('blame');
    walk.point(null);
    expect(walk.playback.getState()).toMatchObject({ pointed: null, spotlight: tool, tool: 'blame' });
  });

  test('goes straight to a moment that is already past', () => {
    const { walk } = open();
    walk.toEnd();
    walk.playTo(2);
    expect(walk.playback.getState()).toMatchObject({ t: 2, playing: false });
  });
});
