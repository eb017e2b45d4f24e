import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStop, previousStop, stopsOf, GRANULARITIES } from '../../src/scene/granularity';
import { timelineOf } from '../../src/scene/timeline';
import { NETWORK, graphs, recordingOf } from './recordings';

const timeline = timelineOf(recordingOf(NETWORK));

describe('stopsOf', () => {
  it('halts after every step, edge by edge', () => {
    expect(stopsOf(timeline, 'edge')).toEqual(Array.from({ length: timeline.steps.length + 1 }, (_, k) => k));
  });

  it('halts at the ends of phases, phase by phase', () => {
    const ends = timeline.phases.map(({ end }) => end);
    expect(timeline.phases.map(({ phase }) => phase)).toEqual(['sort', 'feed', 'forward', 'seed', 'backward', 'update']);
    expect(stopsOf(timeline, 'phase')).toEqual([0, ...ends]);
  });

  it('takes what one node does at once, node by node', () => {
    const last = stopsOf(timeline, 'node').slice(1).map((stop) => timeline.steps[stop - 1]);
    const forward = last.flatMap((step) => (step?.phase === 'forward' ? [step] : []));
    expect(forward.map((step) => (step.kind === 'compute' ? step.node : step.kind))).toEqual(['l1', 's', 'l2', 'C']);
    const backward = last.flatMap((step) => (step?.kind === 'flow' ? [step.edge.id] : []));
    expect(backward).toEqual(['C:1', 'l2:2', 's:0', 'l1:2']);
    expect(last.filter((step) => step?.phase === 'sort')).toHaveLength(1 + NETWORK.nodes.length);
  });

  it('ascends from the start to the end, coarser stops being among the finer ones', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const random = timelineOf(recordingOf(graph));
        const [edge, node, phase] = GRANULARITIES.map((granularity) => stopsOf(random, granularity));
        for (const stops of [edge, node, phase]) {
          expect(stops?.[0]).toBe(0);
          expect(stops?.at(-1)).toBe(random.steps.length);
          expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
        }
        expect(node?.every((stop) => edge?.includes(stop))).toBe(true);
        expect(phase?.every((stop) => node?.includes(stop))).toBe(true);
      }),
    );
  });
});

describe('nextStop and previousStop', () => {
  it('go to the neighbouring stop, also from between two', () => {
    expect(nextStop([0, 4, 9], 4)).toBe(9);
    expect(nextStop([0, 4, 9], 4.5)).toBe(9);
    expect(previousStop([0, 4, 9], 4)).toBe(0);
    expect(previousStop([0, 4, 9], 4.5)).toBe(4);
  });

  it('find nothing beyond the ends', () => {
    expect(nextStop([0, 4, 9], 9)).toBeUndefined();
    expect(previousStop([0, 4, 9], 0)).toBeUndefined();
  });
});
