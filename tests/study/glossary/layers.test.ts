import { describe, expect, it, vi } from 'vitest';
import { indexOf } from '../../../src/scene/recording/recordingIndex';
import { layersOf, operations } from '../../../src/study/glossary/layers';
import { recorded, scalars } from '../../engine/scalarGraphs';

const recording = recorded(scalars('x := 2', 'a = neg(x)', 'f = mul(a, x)'));

describe('operations', () => {
  it('lists what is computed, in order', () => {
    expect(operations(recording).map(({ id }) => id)).toEqual(['a', 'f']);
  });

  it('reads the steps of a recording once, however often it is asked', () => {
    const steps = vi.fn(() => recording.steps);
    const watched = Object.defineProperty({ ...recording }, 'steps', { get: steps });
    indexOf(watched);
    steps.mockClear();
    operations(watched);
    layersOf(watched);
    expect(steps).not.toHaveBeenCalled();
  });
});
