import { describe, expect, it } from 'vitest';
import { sortListsAt } from '../../src/scene/sortLists';
import { networkRecording } from './recording/recordings';

const { steps, order } = networkRecording();

describe('sortListsAt', () => {
  it('holds nothing at the start', () => {
    expect(sortListsAt(steps, 0)).toEqual({ ready: [], order: [] });
  });

  it('has the leaves ready first, in the order of the graph', () => {
    const emitted = steps.findIndex(({ kind }) => kind === 'emit');
    const leaves = ['X', 'y', 'W1', 'b1', 'W2', 'b2'];
    expect(sortListsAt(steps, emitted)).toEqual({ ready: leaves, order: [] });
    expect(sortListsAt(steps, emitted + 1)).toEqual({ ready: leaves.slice(1), order: ['X'] });
  });

  it('ends with the order of the recording and nobody waiting', () => {
    expect(sortListsAt(steps, steps.length)).toEqual({ ready: [], order });
  });

  it('lets every node leave from the front of the queue', () => {
    steps.forEach((step, index) => {
      if (step.kind === 'emit') expect(sortListsAt(steps, index).ready[0]).toBe(step.node);
    });
  });
});
