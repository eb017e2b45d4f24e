import { describe, expect, test } from 'vitest';
import { compile, record, type Graph } from '../../src/engine';
import { frameAt } from '../../src/scene/frame';
import { timeOf } from '../../src/scene/moments';
import { timelineOf } from '../../src/scene/timeline';

/** x is read twice: by q and by f. */
const GRAPH: Graph = {
  nodes: [
    { id: 'x', role: 'parameter', value: -2 },
    { id: 'y', role: 'data', value: 5 },
    { id: 'q', op: 'add', inputs: ['x', 'y'] },
    { id: 'f', op: 'mul', inputs: ['q', 'x'] },
  ],
  output: 'f',
};

const timeline = timelineOf(record(compile(GRAPH), { learningRate: 0.1 }));

describe('timeOf', () => {
  test('finds the start and the end', () => {
    expect(timeOf(timeline, 'start')).toBe(0);
    expect(timeOf(timeline, 'end')).toBe(timeline.steps.length);
  });

  test('finds the end of a phase, at which the next one has not begun', () => {
    const time = timeOf(timeline, { endOf: 'forward' });
    expect(time).toBe(timeline.steps.findIndex(({ phase }) => phase === 'seed'));
  });

  test('finds the moment at which a node has just been computed', () => {
    const time = timeOf(timeline, { node: 'q', has: 'compute' }) ?? NaN;
    expect(frameAt(timeline, time).state.nodes.get('q')?.value?.data[0]).toBe(3);
    expect(frameAt(timeline, time - 1).state.nodes.get('q')?.value).toBeUndefined();
  });

  test('finds the moment at which a gradient is whole, after the last of its edges', () => {
    const time = timeOf(timeline, { gradientOf: 'x' }) ?? NaN;
    // f = (x + y) x, so ∂f/∂x = 2x + y = 1; before the last edge there is only a part of it.
    expect(frameAt(timeline, time).state.nodes.get('x')?.gradient?.data[0]).toBe(1);
    expect(frameAt(timeline, time - 1).state.nodes.get('x')?.gradient?.data[0]).not.toBe(1);
  });

  test('finds the moment at which the output is seeded', () => {
    expect(timeOf(timeline, { gradientOf: 'f' })).toBe(timeOf(timeline, { endOf: 'seed' }));
  });

  test('finds the moment at which an edge was travelled, either way', () => {
    const forward = timeOf(timeline, { edge: 'q:1', has: 'carry' }) ?? NaN;
    const backward = timeOf(timeline, { edge: 'q:1', has: 'flow' }) ?? NaN;
    expect(timeline.steps[forward - 1]).toMatchObject({ kind: 'carry', edge: { from: 'y', to: 'q' } });
    expect(timeline.steps[backward - 1]).toMatchObject({ kind: 'flow', edge: { from: 'y', to: 'q' } });
  });

  test('is undefined for what does not happen', () => {
    expect(timeOf(timeline, { node: 'y', has: 'update' })).toBeUndefined();
    expect(timeOf(timeline, { node: 'nobody', has: 'compute' })).toBeUndefined();
    expect(timeOf(timelineOf(record(compile(GRAPH))), { endOf: 'update' })).toBeUndefined();
  });
});
