import { describe, expect, it } from 'vitest';
import { bundledState } from '../../../src/draw/graph/bundle';
import { INITIAL_EDGE, type EdgeState } from '../../../src/scene/state';
import { scalar } from '../../scene/recordings';

const edge = (state: Partial<EdgeState>): EdgeState => ({ ...INITIAL_EDGE, ...state });

describe('bundledState', () => {
  it('adds up the flows that have arrived', () => {
    const flows = [edge({ flow: scalar(1.5) }), edge({}), edge({ flow: scalar(-4) })];
    expect(bundledState(flows).flow?.data[0]).toBe(-2.5);
    expect(bundledState([edge({}), edge({})]).flow).toBeUndefined();
  });

  it('leaves the flows that it adds as they are', () => {
    const [first, second] = [scalar(1), scalar(2)];
    bundledState([edge({ flow: first }), edge({ flow: second })]);
    expect([first.data[0], second.data[0]]).toEqual([1, 2]);
  });

  it('has the value as soon as one edge has carried it, and is released once all are', () => {
    const value = scalar(7);
    const state = bundledState([edge({ released: true }), edge({ value })]);
    expect(state).toEqual({ released: false, value, flow: undefined });
    expect(bundledState([edge({ released: true }), edge({ released: true })]).released).toBe(true);
  });

  it('is the state of a single edge itself', () => {
    const state = edge({ value: scalar(1) });
    expect(bundledState([state])).toBe(state);
  });
});
