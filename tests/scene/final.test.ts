import { describe, expect, test } from 'vitest';
import { compile, faultOf, maskUnknown, record, type Graph } from '../../src/engine';
import { finalGradient, finalValue } from '../../src/scene/final';
import { timelineOf, type Timeline } from '../../src/scene/timeline';

/** f = log(x) · y, beside which z stands unread, with x trained at rate 1. */
function timelineAt(x: number): Timeline {
  const graph: Graph = {
    nodes: [
      { id: 'x', role: 'parameter', value: x },
      { id: 'y', role: 'data', value: 4 },
      { id: 'z', role: 'data', value: 7 },
      { id: 'v1', op: 'log', inputs: ['x'] },
      { id: 'f', op: 'mul', inputs: ['v1', 'y'] },
    ],
    output: 'f',
  };
  const recording = record(compile(graph), { learningRate: 1 });
  return timelineOf(maskUnknown(recording, faultOf(recording)));
}

describe('finalValue', () => {
  test('is what the passes came to, not what the update made of it', () => {
    expect(finalValue(timelineAt(2), 'x')).toBe(2);
    expect(finalValue(timelineAt(2), 'f')).toBe(4 * Math.log(2));
  });

  test('is NaN where it is unknown, or where there is no such node', () => {
    expect(finalValue(timelineAt(-2), 'f')).toBeNaN();
    expect(finalValue(timelineAt(2), 'nobody')).toBeNaN();
  });
});

describe('finalGradient', () => {
  test('is the sum of all that arrives, and 0 for what the output does not depend on', () => {
    expect(finalGradient(timelineAt(2), 'x')).toBe(2);
    expect(finalGradient(timelineAt(2), 'z')).toBe(0);
  });

  test('is NaN where the output itself is unknown', () => {
    expect(finalGradient(timelineAt(-2), 'x')).toBeNaN();
    expect(finalGradient(timelineAt(-2), 'z')).toBeNaN();
  });
});
