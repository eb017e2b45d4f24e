import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/engine/recording';
import type { Tensor } from '../../src/engine/tensor';
import { frameAt } from '../../src/scene/frame';
import { timelineOf } from '../../src/scene/timeline';
import { NETWORK, graphs, recordingOf } from './recordings';

const recordings = graphs.map(recordingOf);

/** What is known after the first `count` steps, by going through them one by one. */
function replay({ steps }: Recording, count: number): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const step of steps.slice(0, count)) {
    switch (step.kind) {
      case 'ready':
        known[`${step.node} sort`] = 'ready';
        break;
      case 'emit':
        known[`${step.node} sort`] = 'sorted';
        known[`${step.node} position`] = step.position;
        break;
      case 'release':
        known[`${step.edge.id} released`] = true;
        known[`${step.edge.to} remaining`] = step.waiting;
        break;
      case 'feed':
      case 'compute':
        known[`${step.node} value`] = step.value;
        break;
      case 'carry':
        known[`${step.edge.id} value`] = step.value;
        break;
      case 'seed':
        known[`${step.node} gradient`] = step.gradient;
        break;
      case 'flow':
        known[`${step.edge.id} flow`] = step.flow;
        known[`${step.edge.from} gradient`] = step.total;
        break;
      case 'update':
        known[`${step.node} value`] = step.after;
        known[`${step.node} before`] = step.before;
    }
  }
  return known;
}

/** What a frame says, under the same names. What is as it was at the start is left out. */
function told(recording: Recording, t: number): Record<string, unknown> {
  const { state } = frameAt(timelineOf(recording), t);
  const known: Record<string, unknown> = {};
  const note = (name: string, value: Tensor | number | string | boolean | undefined): void => {
    if (value !== undefined) known[name] = value;
  };
  for (const [id, node] of state.nodes) {
    if (node.sort !== 'waiting') note(`${id} sort`, node.sort);
    note(`${id} position`, node.position);
    if (recording.edges.some((edge) => edge.to === id && state.edges.get(edge.id)?.released)) note(`${id} remaining`, node.remaining);
    note(`${id} value`, node.value);
    note(`${id} gradient`, node.gradient);
    note(`${id} before`, node.update?.before);
  }
  for (const [id, edge] of state.edges) {
    if (edge.released) note(`${id} released`, true);
    note(`${id} value`, edge.value);
    note(`${id} flow`, edge.flow);
  }
  return known;
}

describe('frameAt', () => {
  it('at a whole time tells what going through the steps one by one tells', () => {
    fc.assert(
      fc.property(recordings, fc.nat(), (recording, pick) => {
        const count = pick % (recording.steps.length + 1);
        expect(told(recording, count)).toEqual(replay(recording, count));
      }),
    );
  });

  it('gives the very same states forwards, backwards and at random', () => {
    fc.assert(
      fc.property(recordings, fc.array(fc.nat(), { maxLength: 20 }), (recording, picks) => {
        const timeline = timelineOf(recording);
        const times = Array.from({ length: recording.steps.length + 1 }, (_, k) => k);
        const forwards = times.map((t) => frameAt(timeline, t).state);
        for (const t of [...times.toReversed(), ...picks.map((pick) => pick % times.length)]) {
          const { state } = frameAt(timeline, t);
          for (const [id, node] of state.nodes) expect(node).toBe(forwards[t]?.nodes.get(id));
          for (const [id, edge] of state.edges) expect(edge).toBe(forwards[t]?.edges.get(id));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps one state object while only the progress changes', () => {
    const timeline = timelineOf(recordingOf(NETWORK));
    const { state } = frameAt(timeline, 17);
    expect(frameAt(timeline, 17.25).state).toBe(state);
    expect(frameAt(timeline, 17.999).state).toBe(state);
    expect(frameAt(timeline, 18).state).not.toBe(state);
  });

  it('tells the step that moves, or the last that completed', () => {
    const timeline = timelineOf(recordingOf(NETWORK));
    expect(frameAt(timeline, 0)).toMatchObject({ completed: 0, progress: 0, index: -1, step: undefined, phase: undefined });
    expect(frameAt(timeline, 3.5)).toMatchObject({ completed: 3, progress: 0.5, index: 3, step: timeline.steps[3] });
    expect(frameAt(timeline, 4)).toMatchObject({ completed: 4, progress: 0, index: 3, step: timeline.steps[3] });
  });

  it('holds times outside of the recording at its ends', () => {
    const timeline = timelineOf(recordingOf(NETWORK));
    const end = timeline.steps.length;
    expect(frameAt(timeline, -3).time).toBe(0);
    expect(frameAt(timeline, end + 3)).toMatchObject({ time: end, completed: end, progress: 0, phase: 'update' });
    expect(frameAt(timeline, NaN).time).toBe(0);
  });

  it('shows a parameter before its update until the update is complete', () => {
    const timeline = timelineOf(recordingOf(NETWORK));
    const at = timeline.steps.findIndex((step) => step.kind === 'update' && step.node === 'W2');
    const step = timeline.steps[at];
    if (step?.kind !== 'update') throw new Error('W2 is not updated');
    expect(frameAt(timeline, at + 0.9).state.nodes.get('W2')?.value).toBe(step.before);
    expect(frameAt(timeline, at + 1).state.nodes.get('W2')?.value).toBe(step.after);
    expect(frameAt(timeline, at).state.nodes.get('W2')?.value).toBe(step.before);
  });
});
