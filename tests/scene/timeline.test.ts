import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording, Step } from '../../src/engine/recording';
import type { Tensor } from '../../src/engine/tensor';
import { timelineOf, type Timeline } from '../../src/scene/timeline';
import { graphs, recordingOf } from './recordings';

const recordings = graphs.map(recordingOf);

/** The next iteration of the same graph: the sort's very steps, and other numbers in the rest. */
function nextOf(recording: Recording): Recording {
  return { ...recording, steps: recording.steps.map((step) => (step.phase === 'sort' ? step : otherNumbers(step))) };
}

function otherNumbers(step: Step): Step {
  const more = ({ shape, data }: Tensor): Tensor => ({ shape, data: data.map((x) => x + 1000) });
  switch (step.kind) {
    case 'feed':
    case 'compute':
    case 'carry':
      return { ...step, value: more(step.value) };
    case 'flow':
      return { ...step, flow: more(step.flow), total: more(step.total) };
    default:
      return step;
  }
}

/** The timeline of a graph that nobody has seen before. */
function fresh(recording: Recording): Timeline {
  const timeline = timelineOf({ ...recording, graph: { ...recording.graph } });
  return { ...timeline, recording };
}

describe('timelineOf', () => {
  it('gives for a further recording of a graph what it gives for the first', () => {
    fc.assert(
      fc.property(recordings, (recording) => {
        const next = nextOf(recording);
        const first = timelineOf(recording);
        expect(timelineOf(next)).toEqual(fresh(next));
        // The one before is as it was.
        expect(first).toEqual(fresh(recording));
      }),
      { numRuns: 60 },
    );
  });

  it('goes through the sort of a graph only once', () => {
    fc.assert(
      fc.property(recordings, (recording) => {
        const [first, second] = [timelineOf(recording), timelineOf(nextOf(recording))];
        const sorted = first.phases.find(({ phase }) => phase === 'sort')?.end ?? 0;
        for (const [id, { at, states }] of first.nodes) {
          const last = at.filter((index) => index < sorted).length;
          expect(second.nodes.get(id)?.states[last]).toBe(states[last]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes no other recording of the graph for its own, even if that was sorted in another way', () => {
    const recording = recordingOf({
      nodes: [{ id: 'a', role: 'data' }, { id: 'b', role: 'data' }, { id: 'c', op: 'add', inputs: ['a', 'b'] }],
      output: 'c',
    });
    const [first, second, ...rest] = recording.steps;
    if (first === undefined || second === undefined) throw new Error('The sort has at least two steps');
    const other = { ...recording, steps: [second, first, ...rest] };
    timelineOf(recording);
    expect(timelineOf(other)).toEqual(fresh(other));
    const none = { ...recording, steps: [] };
    expect(timelineOf(none)).toEqual(fresh(none));
    expect(timelineOf(recording)).toEqual(fresh(recording));
  });

  it('divides the steps into phases without a gap, each of them as long as its phase', () => {
    fc.assert(
      fc.property(recordings, (recording) => {
        const { phases, steps } = timelineOf(recording);
        let position = 0;
        for (const { phase, start, end } of phases) {
          expect(start).toBe(position);
          expect(new Set(steps.slice(start, end).map((step) => step.phase))).toEqual(new Set([phase]));
          expect(steps[end]?.phase).not.toBe(phase);
          position = end;
        }
        expect(position).toBe(steps.length);
      }),
    );
  });
});
