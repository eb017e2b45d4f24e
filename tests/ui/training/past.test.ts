import { describe, expect, test } from 'vitest';
import { createTraining, type RunStatus } from '../../../src/store/training';
import { heldStep, pastStep } from '../../../src/ui/training/past';

const { progress } = createTraining().getState();
const at = (status: RunStatus, steps = 100) => ({ status, progress: { ...progress, steps }, divergence: undefined });

describe('pastStep', () => {
  test('is the shown step if it has been taken, and not the one that is next to come', () => {
    expect(pastStep(100, at('finished'))).toBe(100);
    expect(pastStep(1, at('paused'))).toBe(1);
    expect(pastStep(101, at('finished'))).toBeUndefined();
    expect(pastStep(1, at('ready', 0))).toBeUndefined();
    expect(pastStep(undefined, at('ready', 0))).toBeUndefined();
  });

  test.each<RunStatus>(['loading', 'opening', 'restoring', 'training', 'failed'])('is none while the run is %s', (status) => {
    expect(pastStep(50, at(status))).toBeUndefined();
  });

  test('is none at the step at which training diverged, which is where it stands', () => {
    const divergence = { step: 99, found: { node: 'C', part: 'value', cell: 0, number: Infinity } } as const;
    expect(pastStep(100, { ...at('diverged'), divergence })).toBeUndefined();
    expect(pastStep(99, { ...at('diverged'), divergence })).toBe(99);
  });
});

describe('heldStep', () => {
  test('is the shown step while somebody holds it and training goes on behind it', () => {
    expect(heldStep(40, true, at('training'))).toBe(40);
    expect(heldStep(100, true, at('training'))).toBe(100);
  });

  test('is none where the graph follows, where training rests, and for a step that has not been taken', () => {
    expect(heldStep(40, false, at('training'))).toBeUndefined();
    expect(heldStep(40, true, at('paused'))).toBeUndefined();
    expect(heldStep(101, true, at('training'))).toBeUndefined();
    expect(heldStep(undefined, true, at('training'))).toBeUndefined();
  });
});
