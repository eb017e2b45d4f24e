import type { Tensor } from '../../engine/tensor';
import { INITIAL_EDGE, type EdgeState } from '../../scene/state';

/**
 * The state of a wire that stands for several edges which read the same node: their value, and the sum of the flows that
 * have arrived so far. It is released once all of them are.
 */
export function bundledState(states: readonly EdgeState[]): EdgeState {
  const [first] = states;
  if (first === undefined) return INITIAL_EDGE;
  if (states.length === 1) return first;
  let flow: Tensor | undefined;
  for (const state of states) if (state.flow !== undefined) flow = flow === undefined ? state.flow : sumOf(flow, state.flow);
  return {
    released: states.every(({ released }) => released),
    value: states.find(({ value }) => value !== undefined)?.value,
    flow,
  };
}

function sumOf(a: Tensor, b: Tensor): Tensor {
  return { shape: a.shape, data: a.data.map((cell, at) => cell + (b.data[at] ?? 0)) };
}
