import { describe, expect, it } from 'vitest';
import { frameAt } from '../../src/scene/frame';
import { GRANULARITIES } from '../../src/scene/granularity';
import { strideAt } from '../../src/scene/stride';
import { timelineOf } from '../../src/scene/timeline';
import { NETWORK, recordingOf } from './recordings';

const timeline = timelineOf(recordingOf(NETWORK));
const carried = timeline.steps.findIndex((step) => step.kind === 'carry' && step.edge.to === 'l1');

describe('strideAt', () => {
  it('is undefined before the first step', () => {
    for (const granularity of GRANULARITIES) expect(strideAt(timeline, frameAt(timeline, 0), granularity)).toBeUndefined();
  });

  it('is one step, edge by edge', () => {
    expect(strideAt(timeline, frameAt(timeline, 3), 'edge')).toEqual({ steps: [timeline.steps[2]], complete: true });
  });

  it('holds a node’s inputs and its computation from the moment that the first of them moves', () => {
    const steps = timeline.steps.slice(carried, carried + 4);
    expect(strideAt(timeline, frameAt(timeline, carried + 0.5), 'node')).toEqual({ steps, complete: false });
    expect(strideAt(timeline, frameAt(timeline, carried + 3), 'node')).toEqual({ steps, complete: false });
    expect(strideAt(timeline, frameAt(timeline, carried + 4), 'node')).toEqual({ steps, complete: true });
  });

  it('holds a whole phase, phase by phase', () => {
    const last = timeline.phases.at(-1);
    const stride = strideAt(timeline, frameAt(timeline, timeline.steps.length), 'phase');
    expect(stride).toEqual({ steps: timeline.steps.slice(last?.start), complete: true });
  });
});
